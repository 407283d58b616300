package org.postroom.domain.content;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A content with its names replaced, as it would look in a mail.
 *
 * @param html the form for HTML mail
 * @param text the form for plain-text mail
 * @param unknown the names in it that stand for nothing, in the order in which they come
 */
public record Preview(String html, String text, List<String> unknown) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z0-9._-]{1,64})\\s*}}");

    /** Copies the names. */
    public Preview {
        unknown = List.copyOf(unknown);
    }

    /**
     * Puts values in the place of names; where a value is not given, the substitution's default. A name that stands for
     * nothing stays as it is, so that it is seen.
     */
    public static Preview of(Content content, Map<String, String> values) {
        Set<String> unknown = new LinkedHashSet<>();
        String html = replaced(content.html(), content, values, Preview::escaped, unknown);
        String text = replaced(content.text(), content, values, UnaryOperator.identity(), unknown);
        return new Preview(html, text, List.copyOf(unknown));
    }

    private static String replaced(
            String given,
            Content content,
            Map<String, String> values,
            UnaryOperator<String> form,
            Set<String> unknown) {
        return PLACEHOLDER.matcher(given).replaceAll(match -> {
            String value = value(match, content, values);
            if (value == null) {
                unknown.add(match.group(1));
            }
            return Matcher.quoteReplacement(value == null ? match.group() : form.apply(value));
        });
    }

    private static @Nullable String value(MatchResult match, Content content, Map<String, String> values) {
        String name = match.group(1);
        String given = values.get(name);
        if (given != null) {
            return given;
        }
        return content.substitutions().stream()
                .filter(substitution -> substitution.name().equals(name))
                .map(Substitution::defaultValue)
                .findFirst()
                .orElse(null);
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
