package org.postroom.verification.record.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.local.dns.Faults;
import org.postroom.local.dns.PublishedRecord;
import org.postroom.testkit.Parts;
import org.postroom.verification.record.DnsAnswer;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.postroom.verification.record.RecordType;
import org.postroom.verification.record.ServerAnswer;

class AuthoritativeLookupIT {

    private final AuthoritativeLookup lookup = new AuthoritativeLookup(
            new DnsSettings("127.0.0.1:" + Parts.dns().port(), Parts.dns().port(), Duration.ofMillis(300)));

    @AfterEach
    void healDns() {
        Parts.dns().faults().clear();
    }

    @Test
    void asksTheNameServersOfTheZoneThatTheNameIsIn() {
        publish("zone.test", "_postroom.support", "TXT", "there");

        List<ServerAnswer> answers = lookup.lookUp("_postroom.support.zone.test", RecordType.TXT);

        assertThat(answers).containsExactly(new ServerAnswer("ns1.playground.test", new Found(List.of("there"), 5)));
    }

    @Test
    void joinsTheStringsOfALongText() {
        String key = "v=DKIM1; k=rsa; p=" + "A".repeat(600);
        publish("long.test", "postroom1._domainkey", "TXT", key);

        assertThat(answer("postroom1._domainkey.long.test", RecordType.TXT)).isEqualTo(new Found(List.of(key), 5));
    }

    @Test
    void asksOverTcpWhereAnAnswerIsTooLargeForUdp() {
        Parts.dns()
                .zones()
                .publish(
                        "large.test",
                        IntStream.range(0, 30)
                                .mapToObj(number -> new PublishedRecord(
                                        "@", "TXT", null, "%03d".formatted(number) + "x".repeat(97)))
                                .toList());

        assertThat(answer("large.test", RecordType.TXT))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.values()).hasSize(30));
    }

    @Test
    void tellsNoSuchNameAndNoSuchTypeAsNoRecord() {
        publish("sparse.test", "@", "TXT", "only text");

        assertThat(answer("sparse.test", RecordType.MX)).isEqualTo(new NoRecord());
        assertThat(answer("nothing.sparse.test", RecordType.TXT)).isEqualTo(new NoRecord());
        assertThat(answer("never-published.test", RecordType.TXT)).isEqualTo(new NoRecord());
    }

    @Test
    void neverTellsAFailureAsNoRecord() {
        publish("failing.test", "@", "TXT", "hidden");

        for (Faults.Kind kind : Faults.Kind.values()) {
            Parts.dns().faults().set("failing.test", kind);
            assertThat(answer("failing.test", RecordType.TXT)).isInstanceOf(TryAgain.class);
            Parts.dns().faults().clear();
        }
        assertThat(answer("outside.example", RecordType.TXT)).isInstanceOf(TryAgain.class);
    }

    @Test
    void followsAnAliasIntoAnotherZone() {
        publish("alias.test", "postroom1._domainkey", "CNAME", "key.elsewhere.test.");
        publish("elsewhere.test", "key", "TXT", "v=DKIM1; p=KEY");

        assertThat(answer("postroom1._domainkey.alias.test", RecordType.TXT))
                .isEqualTo(new Found(List.of("v=DKIM1; p=KEY"), 5));
    }

    @Test
    void readsMailExchangersAsPreferenceAndHost() {
        publish("mail.test", "@", "MX", "10 mx.postroom.test");

        assertThat(answer("mail.test", RecordType.MX)).isEqualTo(new Found(List.of("10 mx.postroom.test"), 5));
    }

    private DnsAnswer answer(String name, RecordType type) {
        return lookup.lookUp(name, type).getFirst().answer();
    }

    private static void publish(String zone, String name, String type, String value) {
        Parts.dns().zones().publish(zone, List.of(new PublishedRecord(name, type, null, value)));
    }
}
