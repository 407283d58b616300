package org.postroom.outbound.signature;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.HeaderText;
import org.postroom.outbound.directory.Signature;
import org.postroom.outbound.html.PlainText;
import org.postroom.outbound.html.SafeHtml;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts values in for names. A name stands as {@code {{name}}} or {@code {{name|default}}}; where its value is not known,
 * the default in the text counts, then the signature's own, and then it stays empty.
 */
public final class Substitutions {

    /** The name of the agent who replies. */
    public static final String AGENT_NAME = "agent.name";

    /** The name of the customer, or the address where none is known. */
    public static final String CUSTOMER_NAME = "customer.name";

    /** The name of the organisation. */
    public static final String ORGANISATION_NAME = "organisation.name";

    /** The address that the reply comes from. */
    public static final String ADDRESS = "address";

    private static final Logger LOG = LoggerFactory.getLogger(Substitutions.class);
    private static final Pattern NAME =
            Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9._-]{0,99})\\s*(?:\\|([^{}]{0,500}))?\\}\\}");

    private Substitutions() {}

    /** The signature with its values put in; its HTML is safe to send. */
    public static Signature filled(Signature configured, Map<String, String> values) {
        Map<String, String> defaults = configured.defaults();
        String html = replaced(configured.html(), values, defaults, PlainText::toHtml);
        String text = replaced(configured.text(), values, defaults, UnaryOperator.identity());
        return new Signature(
                SafeHtml.ofOurs(html), PlainText.withLineFeeds(text).stripTrailing(), Map.of());
    }

    private static String replaced(
            String template, Map<String, String> values, Map<String, String> defaults, UnaryOperator<String> escape) {
        return NAME.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(value(match, values, defaults, escape)));
    }

    /** A default within the text is written in the text's own form already. */
    private static String value(
            MatchResult match, Map<String, String> values, Map<String, String> defaults, UnaryOperator<String> escape) {
        String name = match.group(1);
        @Nullable String written = match.group(2);
        Optional<String> known = Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
        if (known.isPresent()) {
            return escape.apply(HeaderText.onOneLine(known.get()));
        }
        if (written != null) {
            return written.strip();
        }
        if (!values.containsKey(name) && !defaults.containsKey(name)) {
            LOG.atWarn()
                    .addKeyValue("name", name)
                    .log("A signature has a name that stands for nothing; it stays empty");
        }
        return escape.apply(defaults.getOrDefault(name, ""));
    }
}
