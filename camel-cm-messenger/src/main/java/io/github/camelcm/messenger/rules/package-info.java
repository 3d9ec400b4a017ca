/**
 * What Messenger will show for a message ({@link io.github.camelcm.messenger.rules.Renderer}) and which rules the
 * message breaks ({@link io.github.camelcm.messenger.rules.Validator}). Source: CM.com's Facebook Messenger page. Where
 * that page contradicts itself or says nothing, the javadoc names the decision taken.
 */
@NullMarked
package io.github.camelcm.messenger.rules;

import org.jspecify.annotations.NullMarked;
