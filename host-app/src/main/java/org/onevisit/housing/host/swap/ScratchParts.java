package org.onevisit.housing.host.swap;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.onevisit.housing.host.framework.SharedPackages;

/**
 * What a scratch framework is made of.
 *
 * @param folder where it may write; to be taken away afterwards
 * @param shared what the host gives to every plugin
 * @param clock the host's clock
 * @param configurations of the host's components, by PID
 * @param beside modules that the candidate needs beside it
 * @param candidate the module that is to be asked
 */
record ScratchParts(
        Path folder,
        SharedPackages shared,
        Clock clock,
        Map<String, Map<String, Object>> configurations,
        List<byte[]> beside,
        byte[] candidate) {}
