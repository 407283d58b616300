package org.postroom.inbound.authenticity.evidence;

import java.util.Locale;
import java.util.Optional;

/** Names as DNS can be asked for them (RFC 1035, section 2.3.4). */
public final class QueryNames {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final int LARGEST_OCTET = 255;

    private QueryNames() {}

    /**
     * The name in lower case without its trailing dot.
     *
     * @return empty where DNS cannot be asked for it: an empty label, one beyond 63 octets, more than 253 in all
     */
    public static Optional<String> of(String written) {
        String name = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(octet -> octet > LARGEST_OCTET)) {
            return Optional.empty();
        }
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                return Optional.empty();
            }
        }
        return Optional.of(name.toLowerCase(Locale.ROOT));
    }
}
