package org.postroom.outbound.smtpserver.smtp;

import java.util.List;

/**
 * What a server answered to one command (RFC 5321, section 4.2).
 *
 * @param code the three digits
 * @param lines the texts of its lines, without the code
 */
public record SmtpAnswer(int code, List<String> lines) {

    /** Copies the list. */
    public SmtpAnswer {
        lines = List.copyOf(lines);
    }

    /** True where the server did what was asked, or asks to go on. */
    public boolean positive() {
        return code >= 200 && code < 400;
    }

    /** The whole answer on one line, code included. */
    public String text() {
        return code + " " + String.join(" ", lines);
    }
}
