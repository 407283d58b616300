package org.postroom.verification.transport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The MTA-STS policy of every domain whose MX record is ours (RFC 8461, section 3.2). All have the same: there is one host that
 * takes their mail, and it has one certificate.
 *
 * @param mode what senders' servers are asked to do
 * @param mailHost the host that takes the mail, and that the certificate must be valid for
 */
public record StsPolicy(Mode mode, String mailHost) {

    /** The path of the policy at each domain's policy host (section 3.3). */
    public static final String PATH = "/.well-known/mta-sts.txt";

    /** The label below a domain under which its policy is found (section 3.3). */
    public static final String HOST_LABEL = "mta-sts.";

    /** At most 32 letters and digits (section 3.1). */
    private static final int ID_BYTES = 10;

    /** What senders' servers are asked to do where TLS fails. */
    public enum Mode {
        /** Deliver all the same, and report it. */
        TESTING(Duration.ofDays(1)),
        /** Not deliver. */
        ENFORCE(Duration.ofDays(28)),
        /** Forget that there was a policy; for those that knew one (section 8.3). */
        NONE(Duration.ofDays(1));

        private final Duration maxAge;

        Mode(Duration maxAge) {
            this.maxAge = maxAge;
        }

        /**
         * How long it is believed without being fetched again: long where it protects, since an attacker who keeps it from
         * being fetched wins when it ends, and short where it may soon be another.
         */
        public Duration maxAge() {
            return maxAge;
        }
    }

    /** The policy in the form that is served. */
    public String text() {
        return "version: STSv1\r\nmode: %s\r\nmx: %s\r\nmax_age: %d\r\n"
                .formatted(
                        mode.name().toLowerCase(Locale.ROOT),
                        mailHost,
                        mode.maxAge().toSeconds());
    }

    /** What tells this policy from any other; it stands in the domains' records, so that a change is noticed. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("expected every Java to know SHA-256", impossible);
        }
    }
}
