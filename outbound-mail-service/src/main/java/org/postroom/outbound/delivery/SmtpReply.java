package org.postroom.outbound.delivery;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.runtime.text.StorableText;

/**
 * What a server answered to one command (RFC 5321, section 4.2).
 *
 * @param code the three digits
 * @param text the whole answer on one line, code included; what cannot be stored is replaced, and it is cut where it is long
 */
public record SmtpReply(int code, String text) {

    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final int LONGEST = 2_000;

    /** Makes the text fit to store: the server chose it. */
    public SmtpReply {
        text = StorableText.of(text, LONGEST);
    }

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
