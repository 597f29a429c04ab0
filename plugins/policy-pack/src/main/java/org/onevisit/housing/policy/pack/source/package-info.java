/** The text of packs: YAML with line numbers, layers and how they merge, the shape that the schema asks for. Nothing is null. */
package org.onevisit.housing.policy.pack.source;
