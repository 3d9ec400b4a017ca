/** A bot for Facebook Messenger as a bundle for Apache Karaf. */
@NullMarked
package io.github.camelcm.messenger.karaf;

import org.jspecify.annotations.NullMarked;
