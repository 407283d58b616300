package org.postroom.console.administration.maildomain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.State;

/**
 * What verification-service knows of a domain.
 *
 * @param receiving whether mail may be received
 * @param sending whether mail may be sent
 * @param dkim what stands with the signatures' keys
 * @param mailFrom what stands with the subdomain for bounces
 * @param dmarc what stands with the domain's DMARC policy
 * @param redirectAddress what redirect rules lead to: each address's own local part stands before it; null where mail
 *     comes by MX
 * @param redirectProvenAt when a redirected mail has arrived; null until then
 * @param checkedAt when the records were last checked; null where they never were
 * @param nextCheckAt when they will be checked by themselves
 * @param checkAllowedAt from when on a check may be asked for
 * @param nameServers the domain's own name servers
 * @param dnsHost who hosts its DNS; null where it is not known
 * @param records what it must publish, and what was found
 */
public record Verification(
        @Nullable Direction receiving,
        @Nullable Direction sending,
        @Nullable Advice dkim,
        @Nullable Advice mailFrom,
        @Nullable Dmarc dmarc,
        @Nullable String redirectAddress,
        @Nullable Instant redirectProvenAt,
        @Nullable Instant checkedAt,
        @Nullable Instant nextCheckAt,
        @Nullable Instant checkAllowedAt,
        List<String> nameServers,
        @Nullable DnsHost dnsHost,
        List<DomainRecord> records) {

    /** Takes nothing for what an answer leaves out. */
    public Verification {
        nameServers = orNone(nameServers);
        records = orNone(records);
    }

    /** A domain of which verification-service has not heard yet. */
    public static Verification none() {
        return new Verification(null, null, null, null, null, null, null, null, null, null, List.of(), null, List.of());
    }

    /** Both directions, in the order in which pages show them. */
    public List<Side> sides() {
        return List.of(
                new Side("receiving", "Receiving mail", receiving), new Side("sending", "Sending mail", sending));
    }

    /** The records without which the domain is not verified. */
    public List<DomainRecord> requiredRecords() {
        return records.stream().filter(DomainRecord::required).toList();
    }

    /** The records that are only advised. */
    public List<DomainRecord> advisedRecords() {
        return records.stream().filter(record -> !record.required()).toList();
    }

    /** What is advised, with its state, in the order in which pages show it. */
    public List<Point> points() {
        @Nullable Dmarc policy = dmarc;
        return Stream.of(
                        new Point("dkim", "DKIM", dkim == null ? null : dkim.state(), text(dkim)),
                        new Point("mail-from", "MAIL FROM", mailFrom == null ? null : mailFrom.state(), text(mailFrom)),
                        new Point(
                                "dmarc",
                                "DMARC",
                                policy == null ? null : policy.state(),
                                policy == null ? null : policy.explanation()))
                .toList();
    }

    private static @Nullable String text(@Nullable Advice advice) {
        return advice == null ? null : advice.explanation();
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }

    /**
     * One direction of mail.
     *
     * @param state NOT_STARTED, PENDING, VERIFIED, DEGRADED or FAILED
     * @param since since when
     * @param graceEndsAt until when a domain in doubt is still trusted
     * @param reason why it is as it is
     */
    public record Direction(
            String state,
            @Nullable Instant since,
            @Nullable Instant graceEndsAt,
            @Nullable String reason) {}

    /**
     * One direction as a page shows it.
     *
     * @param name receiving or sending
     * @param title the heading
     * @param direction what is known; null where nothing is yet
     */
    public record Side(String name, String title, @Nullable Direction direction) {

        /** The state's name; NOT_STARTED where nothing is known yet. */
        public String code() {
            return direction == null ? "NOT_STARTED" : direction.state();
        }

        /** The state in words. */
        public State state() {
            return State.ofDirection(code());
        }
    }

    /**
     * Something advised.
     *
     * @param state its state
     * @param explanation what it means, in one sentence
     */
    public record Advice(@Nullable String state, @Nullable String explanation) {}

    /**
     * A DMARC policy.
     *
     * @param state ABSENT, MALFORMED, PRESENT or LOOKUP_ERROR
     * @param policy none, quarantine or reject
     * @param foundAt the name where it was found, which may be the organisational domain's
     * @param dkimAligned whether our signatures pass it
     * @param spfAligned whether our envelope sender passes it
     * @param explanation what it means, in one sentence
     */
    public record Dmarc(
            @Nullable String state,
            @Nullable String policy,
            @Nullable String foundAt,
            @Nullable Boolean dkimAligned,
            @Nullable Boolean spfAligned,
            @Nullable String explanation) {}

    /**
     * Something advised as a page shows it.
     *
     * @param name its name in the page
     * @param title its name for people
     * @param code the state's name; null where it is not known yet
     * @param explanation what it means; null where there is nothing to say
     */
    public record Point(
            String name,
            String title,
            @Nullable String code,
            @Nullable String explanation) {

        /** The state in words. */
        public State state() {
            return State.ofAdvice(code);
        }
    }

    /**
     * Who hosts the domain's DNS.
     *
     * @param name the host's name
     * @param steps how a record is added there
     */
    public record DnsHost(@Nullable String name, List<String> steps) {

        /** Takes no steps for steps left out. */
        public DnsHost {
            steps = orNone(steps);
        }
    }
}
