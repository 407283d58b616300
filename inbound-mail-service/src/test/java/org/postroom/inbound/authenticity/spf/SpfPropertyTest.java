package org.postroom.inbound.authenticity.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postroom.inbound.authenticity.ZoneNames;

/** Whatever a stranger publishes, a check ends with a result. */
class SpfPropertyTest {

    private static final List<String> PIECES = List.of(
            "v=spf1",
            " ",
            ":",
            "/",
            "//",
            "=",
            "%",
            "%{",
            "}",
            "%{d}",
            "%{l9r+-}",
            "%{P}",
            "a",
            "mx",
            "ptr",
            "exists",
            "include",
            "redirect",
            "exp",
            "ip4",
            "ip6",
            "all",
            "-",
            "~",
            "?",
            "+",
            ".",
            "x.test",
            "33",
            "999999999999",
            "::",
            "192.0.2.5",
            "\0",
            "\u00ff",
            "é");

    @Property(tries = 2000)
    void endsWithAResultWhateverTheRecordHolds(@ForAll("records") String record, @ForAll String localPart) {
        var names = new ZoneNames().with("x.test", "v=spf1 " + record);
        var question = SpfQuestion.ofSender(
                InetAddress.ofLiteral("192.0.2.5"), localPart + "@x.test", localPart, "mx.test", 0);

        assertThat(SpfCheck.of(question, names).result()).isNotNull();
    }

    @Provide
    Arbitrary<String> records() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(14)
                .map(pieces -> pieces.stream().collect(Collectors.joining()));
    }
}
