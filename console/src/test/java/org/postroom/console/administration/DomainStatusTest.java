package org.postroom.console.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.console.administration.DomainStatus.Check;
import org.postroom.console.administration.DomainStatus.IssuedRecord;

class DomainStatusTest {

    private static final IssuedRecord OWNERSHIP = new IssuedRecord("OWNERSHIP", true, "_p.acme.test", "TXT", "1");
    private static final IssuedRecord DKIM = new IssuedRecord("DKIM", false, "k._domainkey.acme.test", "TXT", "2");

    @Test
    void showsARecordThatWasIssuedSinceTheLastCheckAsUnchecked() {
        List<RecordLine> lines =
                DomainStatus.lines(List.of(OWNERSHIP, DKIM), List.of(new Check(OWNERSHIP, List.of("1"), "OK", null)));

        assertThat(lines).extracting(RecordLine::status).containsExactly("OK", "PENDING");
        assertThat(lines).extracting(RecordLine::colour).containsExactly("green", "yellow");
    }

    @Test
    void doesNotHoldAnOldCheckAgainstANewValue() {
        var renewed = new IssuedRecord("OWNERSHIP", true, "_p.acme.test", "TXT", "3");

        assertThat(DomainStatus.lines(List.of(renewed), List.of(new Check(OWNERSHIP, List.of("1"), "OK", null))))
                .singleElement()
                .satisfies(line -> assertThat(line.status()).isEqualTo("PENDING"));
    }

    @Test
    void alarmsOnlyWhereTheRecordIsRequired() {
        assertThat(new RecordLine(OWNERSHIP, List.of(), "MISSING", "Publish it.").colour())
                .isEqualTo("red");
        assertThat(new RecordLine(DKIM, List.of(), "MISSING", "Publish it.").colour())
                .isEqualTo("orange");
    }
}
