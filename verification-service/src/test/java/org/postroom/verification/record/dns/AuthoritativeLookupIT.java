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
import org.postroom.verification.record.DnsAnswer.Cause;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.postroom.verification.record.DomainLookup;
import org.postroom.verification.record.RecordType;
import org.postroom.verification.record.ServerAnswer;
import org.postroom.verification.record.ZoneFacts;

class AuthoritativeLookupIT {

    private final DnsSettings settings = new DnsSettings(
            "127.0.0.1:" + Parts.dns().port(),
            Parts.dns().port(),
            Duration.ofMillis(300),
            Duration.ofSeconds(20),
            10,
            Duration.ofSeconds(1));
    private final AuthoritativeLookup lookup = new AuthoritativeLookup(settings, null, true, System::nanoTime);

    @AfterEach
    void healDns() {
        Parts.dns().faults().clear();
    }

    @Test
    void asksTheNameServersOfTheZoneThatTheNameIsIn() {
        publish("zone.test", "_postroom.support", "TXT", "there");

        DomainLookup walk = lookup.begin("support.zone.test");
        List<ServerAnswer> answers = walk.lookUp("_postroom.support.zone.test", RecordType.TXT);

        assertThat(walk.zone()).hasValue(new ZoneFacts("zone.test", List.of("ns1.playground.test")));
        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.server()).isEqualTo("ns1.playground.test");
            assertThat(answer.address()).isEqualTo("127.0.0.1");
            assertThat(answer.answer()).isEqualTo(new Found(List.of("there"), 5));
            assertThat(answer.took()).isPositive();
        });
    }

    @Test
    void asksNoServerAtAnAddressThatIsNotPublicUnlessAllowed() {
        publish("private.test", "@", "TXT", "there");
        var careful = new AuthoritativeLookup(settings, null, false, System::nanoTime);

        assertThat(careful.begin("private.test")
                        .lookUp("private.test", RecordType.TXT)
                        .getFirst()
                        .answer())
                .isInstanceOfSatisfying(TryAgain.class, unknown -> {
                    assertThat(unknown.cause()).isEqualTo(Cause.NOT_ASKED);
                    assertThat(unknown.reason()).contains("127.0.0.1");
                });
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

        assertThat(answer("sparse.test", RecordType.MX)).isEqualTo(new NoRecord(true));
        assertThat(answer("nothing.sparse.test", RecordType.TXT)).isEqualTo(new NoRecord(false));
        assertThat(answer("never-published.test", RecordType.TXT)).isEqualTo(new NoRecord(false));
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
                .isEqualTo(new Found(List.of("v=DKIM1; p=KEY"), 5, "key.elsewhere.test"));
    }

    @Test
    void readsMailExchangersAsPreferenceAndHost() {
        publish("mail.test", "@", "MX", "10 mx.postroom.test");

        assertThat(answer("mail.test", RecordType.MX)).isEqualTo(new Found(List.of("10 mx.postroom.test"), 5));
    }

    private DnsAnswer answer(String name, RecordType type) {
        return lookup.begin(name).lookUp(name, type).getFirst().answer();
    }

    private static void publish(String zone, String name, String type, String value) {
        Parts.dns().zones().publish(zone, List.of(new PublishedRecord(name, type, null, value)));
    }
}
