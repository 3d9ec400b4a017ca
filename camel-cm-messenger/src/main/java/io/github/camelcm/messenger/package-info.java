/** The Camel face of the component: component, endpoint, producer, headers, converters and exceptions. */
@NullMarked
package io.github.camelcm.messenger;

import org.jspecify.annotations.NullMarked;
