/** From a submission's JSON to a dossier (申请材料), with every error in it at once, and back. Nothing is null. */
package org.onevisit.housing.core.submission;
