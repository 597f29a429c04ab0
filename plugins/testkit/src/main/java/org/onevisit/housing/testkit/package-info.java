/** Numbered contract tests that a plugin passes by extending one class. */
package org.onevisit.housing.testkit;
