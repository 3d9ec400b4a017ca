package io.github.camelcm.messenger.springboot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the properties whose text {@link ReferenceConverter} converts, so that it leaves those of others alone. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Reference {}
