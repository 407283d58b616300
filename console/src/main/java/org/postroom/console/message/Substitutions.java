package org.postroom.console.message;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts values in the place of names in an HTML text: a name is written {@code {{agent.name}}}. */
public final class Substitutions {

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([A-Za-z0-9._-]{1,64})\\s*}}");

    private Substitutions() {}

    /**
     * Fills a text.
     *
     * @param html the text
     * @param values the values that are known, as plain text
     * @param defaults the values for names that are not known; a name in neither stays as it is, so that it is seen
     */
    public static String fill(String html, Map<String, String> values, Map<String, String> defaults) {
        return NAME.matcher(html).replaceAll(match -> {
            String name = Objects.requireNonNull(match.group(1));
            @Nullable String value = values.getOrDefault(name, defaults.get(name));
            return Matcher.quoteReplacement(value == null ? match.group() : escaped(value));
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
