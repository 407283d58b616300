package org.postroom.domain.content;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;
import org.springframework.stereotype.Component;

/** Keeps formatting, links, tables and images by https or inline; a list of what is allowed, after OWASP. */
@Component
final class OwaspHtmlCleaner implements HtmlCleaner {

    private static final PolicyFactory ALLOWED = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.TABLES)
            .and(Sanitizers.STYLES)
            .and(new HtmlPolicyBuilder()
                    .allowElements("a", "img", "span", "hr")
                    .allowWithoutAttributes("span")
                    .allowUrlProtocols("https", "http", "mailto", "tel", "cid")
                    .allowAttributes("href")
                    .onElements("a")
                    .requireRelNofollowOnLinks()
                    .allowAttributes("src", "alt", "width", "height")
                    .onElements("img")
                    .toFactory());

    private static final String PLACEHOLDER_START = "{{";
    private static final String BROKEN_PLACEHOLDER_START = "{<!-- -->{";

    /** Placeholders such as {@code {{agent.name}}} stay: outbound-mail-service fills them in and escapes what it inserts. */
    @Override
    public String clean(String html) {
        return ALLOWED.sanitize(html).replace(BROKEN_PLACEHOLDER_START, PLACEHOLDER_START);
    }
}
