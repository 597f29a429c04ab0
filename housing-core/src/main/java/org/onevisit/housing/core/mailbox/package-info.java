/**
 * Each application has a mailbox. The committer takes all that waits, decides it on the state in memory, and writes it in one
 * transaction together with what waits for other applications; callers are answered after the commit.
 */
@org.jspecify.annotations.NullMarked
package org.onevisit.housing.core.mailbox;
