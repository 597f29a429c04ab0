/**
 * What plugins share that exchange files: in-trays that are safe against half files and crashes, strict encodings, CSV. Carried inside
 * each of those plugins; start with {@link org.onevisit.housing.exchange.InTray}. Nothing is null.
 */
package org.onevisit.housing.exchange;
