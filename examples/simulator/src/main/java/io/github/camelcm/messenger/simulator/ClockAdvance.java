package io.github.camelcm.messenger.simulator;

/**
 * What an advance of the clock has done.
 *
 * @param fired how many things were due and happened
 * @param complete whether the clock got where it was to go; false if it stopped on the way after
 *     {@value SimulatorClock#MAX_FIRED} things, or because the simulator was reset, closed or given another state
 * @param clock the clock afterwards
 */
public record ClockAdvance(int fired, boolean complete, ClockReading clock) {}
