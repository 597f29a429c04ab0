/**
 * Values of one application for housing security (住房保障申请): who asks, for what, with which papers and facts.
 *
 * <p>Everything here is immutable and may be shared between threads. Nothing is null: what may be missing is an
 * {@link java.util.Optional}, and a list that has nothing is empty. No {@code toString()} of this package shows a name, an
 * identity number, a telephone number or an address.
 */
@Version("1.0.0")
package org.onevisit.housing.model;

import org.osgi.annotation.versioning.Version;
