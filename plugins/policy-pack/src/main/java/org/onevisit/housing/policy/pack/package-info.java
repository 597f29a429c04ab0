/** 政策包: reads county packs and offers their editions. */
package org.onevisit.housing.policy.pack;
