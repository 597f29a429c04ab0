/** Accounts of the reference host: who may sign in, and who is. An embedder has users of its own and needs none of it. */
package org.onevisit.housing.host.account;
