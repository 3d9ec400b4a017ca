package io.github.camelcm.messenger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayCodesTest {

    @ParameterizedTest
    @ValueSource(ints = {101, 102, 103, 500, 999})
    void codesOfTheAccountAndTheGatewayConcernEveryMessage(int code) {
        assertThat(GatewayCodes.concernsEveryMessage(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201, 202, 203, 301, 302, 303, 304, 305, 401, 402, 403, 777})
    void allOthersMayBeAboutOneMessage(int code) {
        assertThat(GatewayCodes.concernsEveryMessage(code)).isFalse();
    }

    @Test
    void aCodeIsToldWithItsMeaningIfCmDocumentsOne() {
        assertThat(GatewayCodes.describe(303)).isEqualTo("CM.com's code 303, the recipient's number is invalid");
        assertThat(GatewayCodes.describe(777)).isEqualTo("CM.com's code 777");
    }

    @Test
    void aCodeOfTheTokenNamesTheOption() {
        assertThat(GatewayCodes.describe(101))
                .isEqualTo("CM.com's code 101, no account for the product token (option productToken)");
        assertThat(GatewayCodes.describe(103))
                .isEqualTo("CM.com's code 103, the product token is incorrect (option productToken)");
    }
}
