package io.github.camelcm.messenger.simulator.junit;

import io.github.camelcm.messenger.simulator.CmSimulator;

/**
 * A simulator from one reset to the next.
 *
 * @param simulator the running simulator
 * @param number another one after each start and reset by the extension: what was seen before is gone
 */
record Session(CmSimulator simulator, long number) {}
