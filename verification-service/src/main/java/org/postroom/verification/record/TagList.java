package org.postroom.verification.record;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The tags of a DKIM or DMARC record: {@code name=value} between semicolons (RFC 6376, section 3.2). */
final class TagList {

    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t]+");

    private final Map<String, String> tags;

    private TagList(Map<String, String> tags) {
        this.tags = tags;
    }

    /** Reads a text; what is not a tag, or is there for the second time, is passed over. */
    static TagList of(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                tags.putIfAbsent(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return new TagList(tags);
    }

    /** The value of a tag; empty where there is none. */
    String get(String name) {
        return tags.getOrDefault(name, "");
    }

    /** The value of a tag in lower case, or another where there is none. */
    String get(String name, String otherwise) {
        return tags.getOrDefault(name, otherwise).toLowerCase(Locale.ROOT);
    }

    /** The value of a tag without white space. */
    String compact(String name) {
        return WHITE_SPACE.matcher(get(name)).replaceAll("");
    }

    boolean has(String name) {
        return tags.containsKey(name);
    }

    /** The name of the first tag; empty where there is none. */
    String first() {
        return tags.isEmpty() ? "" : tags.keySet().iterator().next();
    }
}
