package org.onevisit.housing.view;

import java.util.Optional;
import org.onevisit.housing.process.Action;

/**
 * Whether an actor may do something now.
 *
 * @param action what
 * @param allowed now
 * @param reason why not, zh-CN
 */
public record AllowedAction(Action action, boolean allowed, Optional<String> reason) {}
