/**
 * REST under {@code /api/v1}: thin resources that belong to the host and never change at run time. Each call gets its actor from the
 * bearer token and goes through the engine's doors; every rule is the core's. {@code docs/rest.md} tells callers how to use it.
 */
package org.onevisit.housing.host.rest;
