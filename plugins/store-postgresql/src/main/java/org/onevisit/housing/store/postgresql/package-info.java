/** The store for a city or a province: one PostgreSQL database, several hosts beside each other, none of them the leader. */
package org.onevisit.housing.store.postgresql;
