/** What a pack says, as typed values. Nothing is null. */
package org.onevisit.housing.policy.pack.model;
