package org.postroom.inbound.authenticity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.postroom.inbound.authenticity.dkim.DkimVerdict;

/** The value of an Authentication-Results field (RFC 8601), on one line. */
public final class AuthenticationResults {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9!#$&'*+./^_`{|}~-]+");
    private static final int LONGEST = 255;

    private AuthenticationResults() {}

    /**
     * Writes the results down.
     *
     * @param server our own name, which stands for whoever has found them out
     */
    public static String of(String server, MailAuthenticity mail) {
        List<String> results = new ArrayList<>();
        results.add(server);
        results.add("spf=" + mail.sender().verdict().result().word()
                + (mail.isNullSender() ? " smtp.helo=" : " smtp.mailfrom=")
                + value(mail.sender().domain()));
        if (mail.greeting() != null && !mail.isNullSender()) {
            results.add("spf=" + mail.greeting().verdict().result().word() + " smtp.helo="
                    + value(mail.greeting().domain()));
        }
        mail.signatures().forEach(signature -> results.add(dkim(signature)));
        if (mail.signatures().isEmpty()) {
            results.add("dkim=none");
        }
        if (mail.author() != null) {
            String policy = mail.author().policy() == null
                    ? ""
                    : " (p=" + mail.author().policy().word() + ")";
            results.add("dmarc=" + mail.author().result().word() + policy + " header.from="
                    + value(mail.author().domain()));
        }
        results.add("arc=" + mail.chain().word());
        return String.join("; ", results);
    }

    private static String dkim(DkimVerdict signature) {
        String result = "dkim=" + signature.result().word();
        return signature.domain().isEmpty()
                ? result
                : result + " header.d=" + value(signature.domain()) + " header.s=" + value(signature.selector())
                        + " header.b=" + value(signature.beginning());
    }

    /** What strangers write stands in quotes where it could be taken for something else. */
    private static String value(String text) {
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return PLAIN.matcher(shortened).matches()
                ? shortened
                : '"' + shortened.replaceAll("[^ -~]", "?").replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }
}
