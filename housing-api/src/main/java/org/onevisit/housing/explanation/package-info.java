/**
 * Why a decision is what it is: for each criterion clause, fact, source, limit and outcome; for each amount the formula with its
 * numbers filled in. One explanation feeds the notice, the panel's page, the journal and the outcome difference of a plan. Values
 * are immutable; nothing is null.
 */
@Version("1.0.0")
package org.onevisit.housing.explanation;

import org.osgi.annotation.versioning.Version;
