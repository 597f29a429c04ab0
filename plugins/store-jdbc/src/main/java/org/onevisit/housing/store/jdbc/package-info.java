/**
 * What the stores over JDBC share: the statements, how rows are read and written, how connections are lent. Private to each store
 * that embeds it; nobody else sees it.
 */
package org.onevisit.housing.store.jdbc;
