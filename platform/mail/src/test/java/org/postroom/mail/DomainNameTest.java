package org.postroom.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    private static final String LABEL_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    @ParameterizedTest
    @CsvSource({
        "support.acme.test, support.acme.test",
        "Support.ACME.Test, support.acme.test",
        "support.acme.test., support.acme.test",
        "' example.com ', example.com",
        "bücher.example, xn--bcher-kva.example",
        "XN--BCHER-KVA.example, xn--bcher-kva.example",
        "日本語.example, xn--wgv71a119e.example",
        "1und1.de, 1und1.de",
        "a-b.c-d.io, a-b.c-d.io"
    })
    void isKeptInLowerCaseAsciiWithoutTrailingDot(String given, String kept) {
        assertThat(new DomainName(given).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "com",
                "localhost",
                "com.",
                ".example.com",
                "example..com",
                "example.com..",
                "-example.com",
                "example-.com",
                "exam ple.com",
                "exam_ple.com",
                "example.com/",
                "help@example.com",
                "192.168.1.10",
                "[192.168.1.10]",
                "example.123",
                "exa\nmple.com",
                "exa\u0000mple.com",
                "*.example.com"
            })
    void isRefusedWhereItIsNoHostName(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DomainName(given))
                .withMessageStartingWith("expected ")
                .withMessageContaining("but");
    }

    @Test
    void hasLabelsOfAtMost63Characters() {
        assertThat(new DomainName("a".repeat(63) + ".test").value()).hasSize(68);
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName("a".repeat(64) + ".test"));
    }

    @Test
    void hasAtMost253Characters() {
        String label = "a".repeat(61) + ".";
        assertThat(new DomainName(label.repeat(4) + "abcde").value()).hasSize(253);
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(label.repeat(4) + "abcdef"));
    }

    @RepeatedTest(200)
    void isTheSameOnceMoreForAnyHostName(RepetitionInfo repetition) {
        String name = anyHostName(new Random(repetition.getCurrentRepetition()));

        DomainName once = new DomainName(name);

        assertThat(new DomainName(once.value())).isEqualTo(once);
        assertThat(new DomainName(name.toUpperCase(java.util.Locale.ROOT) + "."))
                .isEqualTo(once);
    }

    private static String anyHostName(Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(4))
                        .mapToObj(label -> anyLabel(random))
                        .collect(Collectors.joining("."))
                + ".test";
    }

    private static String anyLabel(Random random) {
        String inner = IntStream.range(0, random.nextInt(30))
                .mapToObj(position -> random.nextInt(8) == 0 && position > 3 ? "-" : letter(random))
                .collect(Collectors.joining());
        return letter(random) + inner + letter(random);
    }

    private static String letter(Random random) {
        int index = random.nextInt(LABEL_CHARACTERS.length());
        return LABEL_CHARACTERS.substring(index, index + 1);
    }
}
