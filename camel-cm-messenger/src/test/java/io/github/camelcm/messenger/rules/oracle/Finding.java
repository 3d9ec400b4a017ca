package io.github.camelcm.messenger.rules.oracle;

/**
 * One violation as the oracle sees it.
 *
 * @param rule     the id of the rule, as in {@code messenger-rules.md}
 * @param severity {@code ERROR} or {@code WARNING}
 * @param pointer  the JSON Pointer of the member at fault, from the {@code msg}, in canonical spelling
 */
public record Finding(String rule, String severity, String pointer) {}
