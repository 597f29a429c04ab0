/** 公示: the sunshine site with its feeds, notices, objections and progress query. */
package org.onevisit.housing.publicity.web;
