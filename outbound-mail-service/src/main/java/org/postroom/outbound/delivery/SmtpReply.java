package org.postroom.outbound.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered to one command (RFC 5321, section 4.2).
 *
 * @param code the three digits
 * @param text the whole answer on one line, code included
 */
public record SmtpReply(int code, String text) {

    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** True where the server did what was asked. */
    public boolean positive() {
        return code >= 200 && code < 400;
    }

    /** True where it refused for good. */
    public boolean permanent() {
        return code >= 500 && code < 600;
    }

    /** The enhanced status code (RFC 2034); empty where the server gave none. */
    public Optional<String> enhancedStatus() {
        Matcher matcher = ENHANCED.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
