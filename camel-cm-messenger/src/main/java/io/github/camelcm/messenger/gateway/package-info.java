/**
 * One request to CM.com's gateway and what is known after it. Knows messages and HTTP, but no route: outcomes are values
 * here; the Camel face makes results and exceptions of them.
 */
@NullMarked
package io.github.camelcm.messenger.gateway;

import org.jspecify.annotations.NullMarked;
