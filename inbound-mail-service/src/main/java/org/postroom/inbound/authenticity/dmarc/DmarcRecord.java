package org.postroom.inbound.authenticity.dmarc;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A domain's policy (RFC 7489, section 6.3).
 *
 * @param policy what is asked for the domain itself (p=)
 * @param subdomains what is asked for names below it (sp=)
 * @param strictDkim whether a signature must be of the very domain (adkim=s)
 * @param strictSpf whether the envelope sender must be of the very domain (aspf=s)
 */
record DmarcRecord(DmarcPolicy policy, DmarcPolicy subdomains, boolean strictDkim, boolean strictSpf) {

    private static final Pattern VERSION = Pattern.compile("v[ \\t]*=[ \\t]*DMARC1[ \\t]*(?:;.*)?", Pattern.DOTALL);
    private static final int WHOLE = 100;

    /** Whether a TXT record is one of DMARC. */
    static boolean isRecord(String text) {
        return VERSION.matcher(text).matches();
    }

    /**
     * Parses a record; tags that cannot be read count as absent (section 6.3).
     *
     * @return empty where it asks for nothing that could be done
     */
    static Optional<DmarcRecord> parse(String text) {
        Map<String, String> tags = tags(text);
        Optional<DmarcPolicy> written = DmarcPolicy.of(tags.getOrDefault("p", ""));
        // Section 6.6.3: a policy that cannot be read asks for reports only, where it says whereto.
        Optional<DmarcPolicy> policy =
                written.or(() -> tags.containsKey("rua") ? Optional.of(DmarcPolicy.NONE) : Optional.empty());
        return policy.map(of -> {
            DmarcPolicy below = DmarcPolicy.of(tags.getOrDefault("sp", "")).orElse(of);
            boolean whole = percentage(tags.getOrDefault("pct", "")) >= WHOLE;
            return new DmarcRecord(
                    whole ? of : of.weaker(),
                    whole ? below : below.weaker(),
                    tags.getOrDefault("adkim", "r").equals("s"),
                    tags.getOrDefault("aspf", "r").equals("s"));
        });
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : text.split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.putIfAbsent(
                        tag.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        tag.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return tags;
    }

    private static int percentage(String value) {
        return value.matches("[0-9]{1,3}") ? Integer.parseInt(value) : WHOLE;
    }
}
