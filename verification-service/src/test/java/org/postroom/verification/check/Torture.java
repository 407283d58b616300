package org.postroom.verification.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.DirectionState;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.maildomain.Check;
import org.postroom.verification.maildomain.CheckTrigger;
import org.postroom.verification.maildomain.DkimKey;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.Findings;
import org.postroom.verification.maildomain.Installation;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.Tokens;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordStatus;
import org.postroom.verification.record.dns.AuthoritativeLookup;
import org.postroom.verification.record.dns.DnsSettings;

/** Checks a domain at name servers of a case, and compares what is told with what the case expects. */
final class Torture {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Installation INSTALLATION =
            new Installation("mx.postroom.test", "mx.postroom.test", "v=spf1 a:mx.postroom.test ~all", null, null);

    private Torture() {}

    static List<TortureCase> cases() throws IOException {
        return TortureCase.all(Path.of("src/test/resources/torture-cases"));
    }

    /** A domain with all its records, two DKIM keys among them. */
    static MailDomain domain(String name) {
        return MailDomain.added(
                        new DomainIdentity("acme", "d1", name),
                        DomainUse.usual(),
                        new Tokens("00112233445566778899aabbccddeeff", "0011223344556677"),
                        INSTALLATION,
                        NOW)
                .domain()
                .dkimKeyIssued(new DkimKey("postroom1", "rsa", "MIIBIjAN" + "Ab1/".repeat(96)), INSTALLATION, NOW)
                .domain()
                .dkimKeyIssued(new DkimKey("postroom2", "rsa", "MIIBIjAN" + "Cd2+".repeat(96)), INSTALLATION, NOW)
                .domain();
    }

    /** Looks the domain's records up at the servers on a port, and returns the domain after the check. */
    static MailDomain checked(MailDomain domain, String resolver, int port, @Nullable String validatingResolver) {
        var settings = new DnsSettings(
                resolver + ":" + port,
                port,
                Duration.ofMillis(500),
                Duration.ofSeconds(20),
                50,
                Duration.ofSeconds(30));
        var lookup = new AuthoritativeLookup(settings, validatingResolver, true, System::nanoTime);
        Findings findings = new DomainInspection(lookup).of(domain);
        var check = new Check(CheckTrigger.SCHEDULE, findings, NOW, Duration.ZERO);
        return domain.checked(check, Optional.empty(), Duration.ofDays(3)).domain();
    }

    static void assertAsExpected(TortureCase torture, MailDomain checked) {
        assertThat(checked.last().results()).hasSize(7);
        checked.last().results().forEach(result -> assertRecord(torture, checked, result));
        assertThat(state(checked.receiving())).as("receiving").isEqualTo(torture.receiving());
        assertThat(state(checked.sending())).as("sending").isEqualTo(torture.sending());
    }

    /** What a case does not mention must be right. */
    private static void assertRecord(TortureCase torture, MailDomain domain, RecordCheck result) {
        String key = TortureCase.key(result.expected());
        Map<String, String> expected = torture.then()
                .getOrDefault(key, torture.then().getOrDefault("ALL", Map.of("status", "OK", "mistake", "null")));
        String told = "%s: %s %s, found %s, %s"
                .formatted(key, result.status(), result.mistake(), result.found(), result.cure());
        assertThat(result.status().name()).as(told).isEqualTo(expected.get("status"));
        assertThat(String.valueOf(result.mistake()))
                .as(told)
                .isEqualTo(expected.getOrDefault("mistake", String.valueOf(result.mistake())));
        assertThat(result.status() == RecordStatus.OK || result.cure() != null)
                .as(told)
                .isTrue();
        assertThat(result.answers()).as(told).isNotEmpty();
        if (expected.containsKey("found")) {
            String found = TortureCase.filled(expected.get("found"), domain);
            assertThat(result.found()).as(told).anyMatch(value -> value.contains(found));
        }
        if (expected.containsKey("cure")) {
            assertThat(result.cure()).as(told).contains(expected.get("cure"));
        }
    }

    private static String state(DirectionState state) {
        return switch (state) {
            case DirectionState.NotStarted none -> "NOT_STARTED";
            case DirectionState.Pending pending -> "PENDING";
            case DirectionState.Verified verified -> "VERIFIED";
            case DirectionState.Degraded degraded -> "DEGRADED";
            case DirectionState.Failed failed -> "FAILED";
        };
    }
}
