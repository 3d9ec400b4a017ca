package io.github.camelcm.messenger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which field a misspelled name is taken for, and what is too far from all of them. */
class NearMissTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ontent",
                "cotent",
                "conten",
                "xcontent",
                "conttent",
                "contents",
                "bontent",
                "conxent",
                "contenz",
                "ocntent",
                "contnet"
            })
    void aLetterLeftOutAddedOrChangedOrTwoSwappedAreOneMistake(String name) {
        assertThat(KnownFields.nearMiss(name)).isEqualTo("content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "richConte", "richContentsx", "xyrichContent", "xrichContents",
                "zichContenz", "irchContent2", "ichContents", "rihcContnet"
            })
    void twoMistakesAreTakenForTheName(String name) {
        assertThat(KnownFields.nearMiss(name)).isEqualTo("richContent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "richCont",
                "richContent123",
                "xyzrichContent",
                "zizhContenz",
                "irhcoCntent",
                "irchCntent2",
                "colour",
                "shippingLocation"
            })
    void threeMistakesMakeAnotherName(String name) {
        assertThat(KnownFields.nearMiss(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            lzbzl, label
            txetx, text
            txxt,  text
            dail,  dial
            tzzt,  -
            ofrm,  -
            ids,   id
            dia,   dial
            lbl,   -
            tel,   -
            xo,    -
            ix,    -
            f,     -
            '',    -
            """)
    void ofAShortNameLessThanHalfMayBeMistaken(String name, String meant) {
        assertThat(KnownFields.nearMiss(name)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            tiype,           type
            names,           name
            custmGrouping2,  customGrouping2
            contenttyp,      contentType
            messag,          message
            """)
    void theNearestNameIsMeantEvenIfAnotherIsNear(String name, String meant) {
        assertThat(KnownFields.nearMiss(name)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            customGrouping4, customGrouping
            messags,         message
            """)
    void ofNamesEquallyNearTheFirstByTheAlphabetIsMeant(String name, String meant) {
        assertThat(KnownFields.nearMiss(name)).isEqualTo(meant);
    }

    /** None of them is a name of CM.com's, or so near to one that it could be meant. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            quick_replies, suggestions
            Quick_Replies, suggestions
            buttons,       suggestions
            payload,       postbackdata
            attachment,    media
            image_url,     media
            subtitle,      text
            """)
    void metasNamesAreKnown(String name, String cms) {
        assertThat(KnownFields.ofMetas(name)).isEqualTo(cms);
        assertThat(KnownFields.known(name)).isFalse();
        assertThat(KnownFields.known(cms)).isTrue();
        assertThat(KnownFields.nearMiss(name)).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            RICHCONTNT, richContent
            richcontnt, richContent
            MediaNmae,  mediaName
            """)
    void caseIsNoMistakeAndTheNameIsToldAsCmSpellsIt(String name, String meant) {
        assertThat(KnownFields.nearMiss(name)).isEqualTo(meant);
    }
}
