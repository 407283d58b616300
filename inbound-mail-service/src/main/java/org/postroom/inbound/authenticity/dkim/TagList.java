package org.postroom.inbound.authenticity.dkim;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tags and their values (RFC 6376, section 3.2). */
final class TagList {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]+");

    private final Map<String, String> values;

    private TagList(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Parses a list; empty where it is none, or names a tag twice. */
    static Optional<TagList> parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String written : text.split(";", -1)) {
            String tag = written.strip();
            if (tag.isEmpty()) {
                continue;
            }
            int equals = tag.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            String name = tag.substring(0, equals).strip();
            String before = values.put(name, tag.substring(equals + 1).strip());
            if (before != null || !NAME.matcher(name).matches()) {
                return Optional.empty();
            }
        }
        return Optional.of(new TagList(values));
    }

    /** A tag's value. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A tag's value without any white space, which may stand in it anywhere. */
    Optional<String> compact(String name) {
        return value(name).map(value -> SPACE.matcher(value).replaceAll(""));
    }

    /** A tag's octets; empty where it is absent or not in base64. */
    Optional<byte[]> octets(String name) {
        try {
            return compact(name).map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** A tag's number; empty where it is absent or none. */
    Optional<Long> number(String name) {
        return value(name).filter(value -> value.matches("[0-9]{1,18}")).map(Long::valueOf);
    }
}
