package org.postroom.inbound.reception.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.HostNames;

/**
 * The path of a MAIL or RCPT command (RFC 5321, section 4.1.2; RFC 6531 where it is not ASCII).
 *
 * @param localPart the part before the @, without quotes; empty in the null path
 * @param domain the host name in ASCII form, or an address literal; empty in the null path
 * @param text the address as the client wrote it; empty in the null path
 */
record MailPath(String localPart, String domain, String text) {

    /** The null path, {@code <>}. */
    static final MailPath NULL = new MailPath("", "", "");

    /**
     * In octets. RFC 5321, section 4.5.3.1 asks for 256 and a local part of 64, and to take more where one can: addresses that
     * forwarders rewrite (SRS), and those that name a recipient in a bounce's address (VERP), are longer.
     */
    private static final int LONGEST = 1024;

    /** A source route before the mailbox is recognised and ignored, as appendix C asks. */
    private static final Pattern MAILBOX = Pattern.compile(
            "(?:@[^:<>\\s]+:)?((?:\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[\\p{Print}])*\"|[^\\s\\p{Cntrl}\"()<>\\[\\]:;,@\\\\\uFFFD]+)@([^\\s\\p{Cntrl}\"()<>@\\\\,;\uFFFD]+))");

    private static final Pattern LITERAL = Pattern.compile("\\[[A-Za-z0-9.:-]+]");

    /** Reads what stands between the angle brackets; empty where it is no path. */
    static Optional<MailPath> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(NULL);
        }
        Matcher mailbox = MAILBOX.matcher(text);
        if (!mailbox.matches()) {
            return Optional.empty();
        }
        String address = mailbox.group(1);
        String localPart = unquoted(
                address.substring(0, address.length() - mailbox.group(2).length() - 1));
        @Nullable String domain = domain(mailbox.group(2));
        if (domain == null || address.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(new MailPath(localPart, domain, address));
    }

    boolean isNull() {
        return text.isEmpty();
    }

    /** True where the address needs SMTPUTF8 (RFC 6531). */
    boolean isInternational() {
        return text.chars().anyMatch(character -> character > 127);
    }

    private static @Nullable String domain(String written) {
        if (LITERAL.matcher(written).matches()) {
            return written;
        }
        return HostNames.ascii(written).orElse(null);
    }

    private static String unquoted(String localPart) {
        return localPart.startsWith("\"")
                ? localPart.substring(1, localPart.length() - 1).replaceAll("\\\\(.)", "$1")
                : localPart;
    }
}
