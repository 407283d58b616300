package org.postroom.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"a: &x [1]\nb: *x", "a: &x 1\nb: *x", "a: &x 1\n*x : 2", "a: &x [*x]", "a: {<<: *x}"})
    void refusesEveryAlias(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlDocument.parse(text))
                .withMessageStartingWith("expected a YAML document");
    }

    @Test
    void saysWhereAnAliasStands() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlDocument.parse("a: &x [1]\nb: *x"))
                .withMessage(
                        "expected a YAML document, but aliases are not allowed, and there is one in line 2, column 4");
    }

    /** Each is far below the longest document, and would take a large part of the memory or of a minute. */
    @ParameterizedTest
    @MethodSource("documentsThatCostMoreThanTheyAreLong")
    void refusesBeforeItIsCostly(String name, String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlDocument.parse(text))
                .withMessageContaining(reason)
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(3_000));
    }

    static Stream<Arguments> documentsThatCostMoreThanTheyAreLong() {
        String nested = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char level = 'b'; level < 'h'; level++) {
            nested += "%c: &%c [%s]\n"
                    .formatted(level, level, "*%c,".formatted(level - 1).repeat(9));
        }
        return Stream.of(
                Arguments.of("aliases six deep", nested, "aliases are not allowed"),
                Arguments.of("a flat list", "a: [" + "x,\n".repeat(1_300_000) + "]", "keys and values"),
                Arguments.of("empty lists", "a: [" + "[],\n".repeat(1_000_000) + "]", "keys and values"),
                Arguments.of("many lines", "a:\n" + "-\n".repeat(2_000_000), "keys and values"),
                Arguments.of("flow lists within each other", "a: " + "[".repeat(4_000_000), "nested"),
                Arguments.of("flow mappings within each other", "{a: ".repeat(1_000_000), "nested"),
                Arguments.of("block lists within each other", "a:\n" + "- ".repeat(2_000_000), "nested"),
                Arguments.of("a long key", "? " + "k".repeat(200_000) + "\n: 1", "characters"),
                Arguments.of("a long tag", "a: !" + "t".repeat(200_000) + " 1", "tag"),
                Arguments.of("a long anchor that is called", "a: *" + "t".repeat(200_000), "alias"),
                Arguments.of("a long line", "a: \"" + "x".repeat(4_000_000) + "\"", "longer"),
                Arguments.of("a long comment", "#" + "x".repeat(4_000_000) + "\na: 1", "longer"),
                Arguments.of("documents without end", "---\na: 1\n".repeat(400_000), "second document"));
    }

    @Test
    void takesAMostLongNumberForATextWithoutReckoning() {
        String digits = "9".repeat(200_000);

        assertThat(YamlDocument.parse("a: " + digits)).isEqualTo(Map.of("a", digits));
    }

    @Test
    void readsWhatIsJustWithinTheLimits() {
        String list = "x,\n".repeat(YamlDocument.MOST_VALUES - 2);
        String nested = "[".repeat(YamlDocument.DEEPEST - 1) + "]".repeat(YamlDocument.DEEPEST - 1);

        assertThat(YamlDocument.parse("a: [" + list + "]")).hasSize(1);
        assertThat(YamlDocument.parse("a: " + nested)).hasSize(1);
        assertThat(YamlDocument.parse("a: " + "x".repeat(YamlDocument.LONGEST_LINE - 3)))
                .hasSize(1);
        assertThat(YamlDocument.parse("? " + "k".repeat(YamlDocument.LONGEST_KEY) + "\n: 1"))
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNotInUtf8() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlDocument.parse(new ByteArrayInputStream(new byte[] {'a', ':', (byte) 0xFF})))
                .withMessageContaining("UTF-8");
    }

    @Test
    void saysWhereADocumentIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YamlDocument.parse("a: 1\nb: ]"))
                .withMessageContaining("line 2");
    }
}
