/**
 * Lets a simulated user chat with the bot and shows it in the terminal. Nothing of this is needed to run the bot; it
 * starts at {@link io.github.camelcm.messenger.quickstart.chat.ChatMain}.
 */
@NullMarked
package io.github.camelcm.messenger.quickstart.chat;

import org.jspecify.annotations.NullMarked;
