package io.github.camelcm.messenger.quickstart;

/**
 * A repeat prescription.
 *
 * @param number what it is called at the counter
 * @param psid who ordered it: the user's id on this page
 * @param medicine what was ordered
 */
public record Order(int number, String psid, String medicine) {}
