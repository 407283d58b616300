package org.postroom.domain.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {

    @Test
    void readsWhatItWrote() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("text", "on: no\nsecond line: {{name}}\n");
        document.put("12:30", List.of("yes", "10:00", "1e3", ""));
        document.put("number", 5);
        document.put("inner", Map.of("a", List.of(Map.of("b", true))));

        assertThat(YamlDocument.parse(YamlDocument.write(document))).isEqualTo(document);
    }

    @Test
    void takesTimesAndWordsForTextsAsYamlOneTwoDoes() {
        assertThat(YamlDocument.parse("opensAt: 09:30\ncountry: no"))
                .isEqualTo(Map.of("opensAt", "09:30", "country", "no"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a", "a: 1\na: 2", "a: [", "a: !!java.net.URL [x]", "\t", "a: *nobody"})
    void refusesWhatIsNoDocument(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlDocument.parse(text))
                .withMessageStartingWith("expected a YAML document");
    }

    @Test
    void refusesAliasesThatMakeAShortDocumentHuge() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (int level = 1; level < 30; level++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
        }

        assertThatIllegalArgumentException().isThrownBy(() -> YamlDocument.parse(bomb.toString()));
    }

    @Test
    void refusesDocumentsThatAreNestedTooDeeply() {
        assertThatIllegalArgumentException().isThrownBy(() -> YamlDocument.parse("a: " + "[".repeat(100_000)));
    }

    @Test
    void saysWhereADocumentIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlDocument.parse("a: 1\nb: ]"))
                .withMessageContaining("line 2");
    }
}
