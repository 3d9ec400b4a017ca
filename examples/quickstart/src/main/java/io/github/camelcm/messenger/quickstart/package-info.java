/** A pharmacy's Messenger bot on Camel Main. Start reading at {@code camel/webhooks.camel.yaml}. */
@NullMarked
package io.github.camelcm.messenger.quickstart;

import org.jspecify.annotations.NullMarked;
