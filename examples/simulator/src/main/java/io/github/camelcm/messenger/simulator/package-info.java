/**
 * A local stand-in for CM.com's messaging gateway, for tests, demonstrations and development without an account.
 *
 * <ul>
 *   <li>{@link io.github.camelcm.messenger.simulator.CmSimulator} answers sends as the gateway answers them and
 *       calls the application's webhooks as CM.com calls them.
 *   <li>{@link io.github.camelcm.messenger.simulator.Journal} keeps what came in and what went out.
 *   <li>{@link io.github.camelcm.messenger.simulator.SimulatorMain} runs it on its own.
 * </ul>
 *
 * <p>What CM.com's documentation leaves open is decided here, and each such place says so: "the simulator's own
 * choice" is never a statement about the real gateway.
 */
@NullMarked
package io.github.camelcm.messenger.simulator;

import org.jspecify.annotations.NullMarked;
