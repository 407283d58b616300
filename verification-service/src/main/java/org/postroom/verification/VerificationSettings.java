package org.postroom.verification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.maildomain.Installation;
import org.postroom.verification.maildomain.Installation.ServedPolicy;
import org.postroom.verification.schedule.CheckSchedule;
import org.postroom.verification.transport.StsPolicy;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of verification-service.
 *
 * @param mailHost the host name that customers' MX records point to, ours; required
 * @param redirectHost the host of redirect addresses; null for the mail host
 * @param mailFromPolicy the SPF policy of envelope sender domains, which names those who send for us; null where the mail
 *     host is the one
 * @param validatingResolver a resolver that validates DNSSEC signatures, as host or host:port; null for none
 * @param allowPrivateNameServers whether name servers at private and loopback addresses are asked, as on one machine
 * @param grace how long required records may be absent before a direction fails
 * @param requestPause how long after one request for a check the next is heard
 * @param concurrentChecks how many domains are checked at once
 * @param poll how often to look for checks that are due
 * @param lease how long a check may take before another replica repeats it
 * @param mtaSts the MTA-STS policy that domains may publish; null where none is offered
 * @param tlsReports the address that reports about TLS go to; null where no record for it is offered
 * @param schedule where the schedule of checks differs from the usual one; null where it does not
 */
@ConfigurationProperties("postroom.verification")
record VerificationSettings(
        String mailHost,
        @Nullable String redirectHost,
        @Nullable String mailFromPolicy,
        @Nullable String validatingResolver,
        @DefaultValue("false") boolean allowPrivateNameServers,
        @DefaultValue("72h") Duration grace,
        @DefaultValue("5s") Duration requestPause,
        @DefaultValue("64") int concurrentChecks,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("2m") Duration lease,
        @Nullable MtaSts mtaSts,
        @Nullable String tlsReports,
        @Nullable ScheduleSettings schedule) {

    private static final String HOST_NAME = "[a-z0-9-]+(\\.[a-z0-9-]+)+";
    private static final String ADDRESS = "[A-Za-z0-9.+_-]+@" + HOST_NAME;

    /**
     * The MTA-STS policy that domains may publish.
     *
     * @param host the host that answers for domains' policy names over HTTPS, and brings what it is asked to this service
     * @param mode what senders' servers are asked to do
     */
    record MtaSts(String host, @DefaultValue("testing") StsPolicy.Mode mode) {

        @SuppressWarnings("ConstantValue") // it is null where the setting is absent
        MtaSts {
            if (host == null || !host.matches(HOST_NAME)) {
                throw new IllegalArgumentException(
                        "postroom.verification.mta-sts.host: expected a host name in lower case, but got " + host);
            }
        }
    }

    @SuppressWarnings("ConstantValue") // it is null where the setting is absent
    VerificationSettings {
        if (mailHost == null || !mailHost.matches(HOST_NAME)) {
            throw new IllegalArgumentException(
                    "postroom.verification.mail-host: expected a host name in lower case, but got " + mailHost);
        }
        if (redirectHost != null && !redirectHost.matches(HOST_NAME)) {
            throw new IllegalArgumentException(
                    "postroom.verification.redirect-host: expected a host name in lower case, but got " + redirectHost);
        }
        if (mailFromPolicy != null && !mailFromPolicy.startsWith("v=spf1 ")) {
            throw new IllegalArgumentException(
                    "postroom.verification.mail-from-policy: expected v=spf1 and who sends, but got " + mailFromPolicy);
        }
        if (tlsReports != null && !tlsReports.matches(ADDRESS)) {
            throw new IllegalArgumentException(
                    "postroom.verification.tls-reports: expected a mail address, but got " + tlsReports);
        }
        if (schedule != null) {
            schedule.over(CheckSchedule.usual());
        }
        positive("grace", grace);
        positive("poll", poll);
        positive("lease", lease);
        if (requestPause.isNegative()) {
            throw new IllegalArgumentException(
                    "postroom.verification.request-pause: expected no negative time, but got " + requestPause);
        }
        if (concurrentChecks < 1) {
            throw new IllegalArgumentException(
                    "postroom.verification.concurrent-checks: expected at least 1, but got " + concurrentChecks);
        }
    }

    CheckSchedule checkSchedule() {
        return schedule == null ? CheckSchedule.usual() : schedule.over(CheckSchedule.usual());
    }

    Installation installation() {
        return new Installation(
                mailHost,
                redirectHost == null ? mailHost : redirectHost,
                mailFromPolicy == null ? "v=spf1 a:" + mailHost + " ~all" : mailFromPolicy,
                mtaSts == null ? null : new ServedPolicy(new StsPolicy(mtaSts.mode(), mailHost), mtaSts.host()),
                tlsReports);
    }

    private static void positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "postroom.verification." + name + ": expected a positive time, but got " + duration);
        }
    }
}
