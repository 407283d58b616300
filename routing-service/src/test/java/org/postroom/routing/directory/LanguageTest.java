package org.postroom.routing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({"de,de,true", "de-CH,de,true", "DE,de,true", "de,de-CH,false", "den,de,false", "en,de,false"})
    void satisfiesWantedLanguageByItsTag(String spoken, String wanted, boolean satisfied) {
        assertThat(new Language(spoken).satisfies(new Language(wanted))).isEqualTo(satisfied);
    }
}
