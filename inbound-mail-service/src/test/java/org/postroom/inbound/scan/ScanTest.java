package org.postroom.inbound.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.inbound.scan.Scan.Outcome;

class ScanTest {

    @Test
    void keepsReasonsThatAreNamesAndNotTooManyOfThem() {
        var scan = new Scan(
                Outcome.SPAM,
                "rspamd",
                OptionalDouble.of(7),
                List.of("RULE\r\nBcc: a", "\u0000\u00fc", "x".repeat(1000), "LAST"));

        assertThat(scan.reasons()).containsExactly("RULEBcc:a", "x".repeat(100), "LAST");
        var many = IntStream.range(0, 50).mapToObj(number -> "R" + number).toArray(String[]::new);
        assertThat(Scan.of(Outcome.SPAM, "rspamd", many).reasons()).hasSize(20).startsWith("R0");
    }

    @Test
    void isSpamByTheBuiltInVerdictForTheTestStringOrForNotBeingItsAuthors() {
        assertThat(BuiltInVerdict.of(false)).isEqualTo(Scan.of(Outcome.CLEAN, "postroom"));
        assertThat(BuiltInVerdict.of(true)).isEqualTo(Scan.of(Outcome.SPAM, "postroom", "GTUBE"));
        assertThat(BuiltInVerdict.DISOWNED).isEqualTo(Scan.of(Outcome.SPAM, "postroom", "DMARC"));
    }
}
