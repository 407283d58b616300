package org.postroom.mail.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads message identifiers (RFC 5322, section 3.6.4), returned without their angle brackets. */
final class MessageIds {

    private static final Pattern BRACKETED = Pattern.compile("<\\s*([^<>\\s]{1,998})\\s*>");

    private MessageIds() {}

    /** The one identifier of a Message-ID field; empty where it has none that is well formed. */
    static Optional<String> single(String body) {
        Matcher found = BRACKETED.matcher(body);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The identifiers of an In-Reply-To or References field, in its order; the last ones where there are too many. */
    static List<String> newest(String body, int most) {
        List<String> all = new ArrayList<>();
        Matcher found = BRACKETED.matcher(body);
        while (found.find()) {
            all.add(found.group(1));
        }
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }
}
