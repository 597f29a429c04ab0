/** The command line. Prints for people; {@code --json} prints for programs. Exit codes: 0 done, 1 refused, 2 wrong usage. */
package org.onevisit.housing.host.cli;
