/**
 * A test kit for JUnit 5, in which a test reads as a chat. {@code junit-jupiter-api} must be on the test's class path.
 *
 * <ul>
 *   <li>{@link io.github.camelcm.messenger.simulator.junit.CmSimulatorExtension} starts and closes a simulator.
 *   <li>{@link io.github.camelcm.messenger.simulator.junit.Conversation} writes and taps as a user, and expects what the
 *       page answers. Use {@link io.github.camelcm.messenger.simulator.junit.Conversation#with} where the simulator is
 *       started in another way.
 * </ul>
 */
@NullMarked
package io.github.camelcm.messenger.simulator.junit;

import org.jspecify.annotations.NullMarked;
