/**
 * The contract of an agency check as numbered rules. Extend {@link AgencyCheckContract} in the plugin's own tests; the report to
 * hand over is {@code target/contract-report/<class>.html}.
 */
package org.onevisit.housing.testkit.verification;
