/**
 * 政策包: reads county packs and offers their editions. {@link org.onevisit.housing.policy.pack.PackPolicySource} is the front
 * door; it needs no framework. Nothing is null.
 */
package org.onevisit.housing.policy.pack;
