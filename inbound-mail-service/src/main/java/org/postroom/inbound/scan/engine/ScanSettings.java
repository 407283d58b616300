package org.postroom.inbound.scan.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.scan.Scanning;
import org.postroom.inbound.scan.WithoutAnswer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which engines look at each mail.
 *
 * @param rspamd who looks for spam
 * @param clamd who looks for viruses
 */
@ConfigurationProperties("postroom.inbound.scan")
record ScanSettings(
        @DefaultValue RspamdServer rspamd, @DefaultValue ClamdServer clamd) {

    /**
     * How Rspamd is asked.
     *
     * @param address where its normal worker or its proxy listens, {@code http://host:port}; null to ask nobody, so that
     *     only the verdict that is built in is there
     * @param password what it wants from clients that are not on its list of secure addresses; null for nothing
     * @param budget how long a sender may be kept waiting for it
     * @param withoutAnswer what becomes of a mail about which it does not answer; accepted by default
     */
    record RspamdServer(
            @Nullable String address,
            @Nullable String password,
            @DefaultValue("15s") Duration budget,
            @DefaultValue("accept") WithoutAnswer withoutAnswer) {

        RspamdServer {
            requireTime("rspamd", budget);
        }

        /** The engine at work; empty where none is configured. */
        Optional<Scanning> scanning() {
            return given(address)
                    .map(text -> new Rspamd(endpoint(text), given(password), budget))
                    .map(engine -> new Scanning(engine, budget, withoutAnswer));
        }

        private static URI endpoint(String address) {
            URI uri = Addresses.read("rspamd", address, "http://host:port");
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!http || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
                throw Addresses.refused("rspamd", "http://host:port");
            }
            return uri.resolve("/checkv2");
        }

        /** Says all but the password. */
        @Override
        public String toString() {
            return "RspamdServer[address=%s, budget=%s, withoutAnswer=%s]".formatted(address, budget, withoutAnswer);
        }
    }

    /**
     * How ClamAV is asked.
     *
     * @param address {@code tcp://host:port} or {@code unix:/path}; null to ask nobody, so that no mail is searched for
     *     viruses
     * @param budget how long a sender may be kept waiting for it
     * @param withoutAnswer what becomes of a mail about which it does not answer; deferred by default, since a virus must
     *     not reach anybody because a scanner was being started again
     */
    record ClamdServer(
            @Nullable String address,
            @DefaultValue("30s") Duration budget,
            @DefaultValue("defer") WithoutAnswer withoutAnswer) {

        ClamdServer {
            requireTime("clamd", budget);
        }

        /** The engine at work; empty where none is configured. */
        Optional<Scanning> scanning() {
            return given(address)
                    .map(text -> new Clamd(ClamdAddress.of(text)))
                    .map(engine -> new Scanning(engine, budget, withoutAnswer));
        }
    }

    private static void requireTime(String engine, Duration budget) {
        // A sender waits ten minutes for the answer to its mail (RFC 5321, section 4.5.3.2.6), and other checks take
        // theirs.
        if (budget.toMillis() < 1 || budget.compareTo(Duration.ofMinutes(2)) > 0) {
            throw new IllegalArgumentException(
                    "postroom.inbound.scan." + engine + ".budget: expected 1ms to 2m, but it is " + budget);
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(present -> !present.isEmpty());
    }
}
