/**
 * For vendors of stores: {@link ApplicationStoreContract}, numbered rules that a store passes by extending one class, and {@link
 * InMemoryStore}, a store that keeps nothing and passes them.
 */
package org.onevisit.housing.testkit.store;
