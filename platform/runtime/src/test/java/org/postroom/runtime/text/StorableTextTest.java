package org.postroom.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StorableTextTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Property
    void isAlwaysFitAndKeepsWhatWasFit(@ForAll("hostileText") String text) throws CharacterCodingException {
        String fit = StorableText.of(text);

        assertFit(fit);
        assertThat(fit).hasSameSizeAs(text);
        assertThat(StorableText.of(fit)).isSameAs(fit);
        for (int index = 0; index < text.length(); index++) {
            assertThat(fit.charAt(index)).isIn(text.charAt(index), '\uFFFD');
        }
    }

    @Property
    void isNeverLongerThanAllowed(@ForAll("hostileText") String text, @ForAll @IntRange(min = 1, max = 40) int longest)
            throws CharacterCodingException {
        String fit = StorableText.of(text, longest);

        assertFit(fit);
        assertThat(fit).hasSizeLessThanOrEqualTo(longest);
        if (text.length() > longest) {
            assertThat(fit).endsWith("…");
        } else {
            assertThat(fit).isEqualTo(StorableText.of(text));
        }
    }

    @Property
    void keepsTheStructureOfJson(@ForAll("hostileText") String text) throws CharacterCodingException {
        String document = StorableText.json(JSON.writeValueAsString(List.of(text, "end")));

        assertFit(document);
        assertThat(JSON.readValue(document, String[].class)).containsExactly(StorableText.of(text), "end");
    }

    @Test
    void replacesWhatPostgresqlRefuses() {
        assertThat(StorableText.of("250 2.0.0 \0queued")).isEqualTo("250 2.0.0 \uFFFDqueued");
        assertThat(StorableText.of("half \uD83D a pair")).isEqualTo("half \uFFFD a pair");
        assertThat(StorableText.of("\uDE00\uD83D\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00");
        assertThat(StorableText.of("abc\uD83D\uDE00", 5)).isEqualTo("abc\uD83D\uDE00");
        assertThat(StorableText.of("abc\uD83D\uDE00!", 5)).isEqualTo("abc…");
    }

    @Provide
    Arbitrary<String> hostileText() {
        Arbitrary<Character> hostile = Arbitraries.of('\0', '\uD83D', '\uDE00', '\\', 'u', '0', '"', '\n');
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, hostile),
                        net.jqwik.api.Tuple.of(1, Arbitraries.chars().all()))
                .list()
                .ofMaxSize(60)
                .map(StorableTextTest::joined);
    }

    private static String joined(List<Character> characters) {
        var text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }

    /** As PostgreSQL looks at it: UTF-8 without errors, and no NUL, in JSON not even an escaped one. */
    private static void assertFit(String text) throws CharacterCodingException {
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        assertThat(text).doesNotContain("\0");
    }
}
