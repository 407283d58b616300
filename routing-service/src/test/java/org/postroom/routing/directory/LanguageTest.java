package org.postroom.routing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "de, de, true",
        "de-CH, de, true",
        "DE, de, true",
        "den, de, false",
        "en, de, false",
        // lookup: the wish for the country is given up, where somebody speaks the language
        "de, de-AT, true",
        "de-CH, de-AT, false",
        "zh-Hant, zh-Hant-TW, true",
        "zh-Hans, zh-Hant-TW, false",
        // extended filtering: what stands between does not matter
        "de-Latn-CH, de-CH, true",
        "sl-rozaj-biske-1994, sl-1994, true",
        "de-x-CH, de-CH, false",
        "de-CH, de-Latn-CH, false"
    })
    void satisfiesWantedLanguageAsRfc4647Says(String spoken, String wanted, boolean satisfied) {
        assertThat(new Language(spoken).satisfies(new Language(wanted))).isEqualTo(satisfied);
    }
}
