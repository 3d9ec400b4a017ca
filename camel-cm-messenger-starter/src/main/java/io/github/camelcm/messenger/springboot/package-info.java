/** The component cm-messenger in Spring Boot. */
@NullMarked
package io.github.camelcm.messenger.springboot;

import org.jspecify.annotations.NullMarked;
