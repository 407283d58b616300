package org.postroom.outbound.html;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** Takes everything out of HTML that could run, spy or reach out of its place. */
public final class SafeHtml {

    private static final PolicyFactory STRUCTURE = new HtmlPolicyBuilder()
            .allowElements("hr", "pre", "span", "center", "dl", "dt", "dd", "figure", "figcaption")
            .allowAttributes("dir", "lang")
            .globally()
            .toFactory();
    private static final PolicyFactory WITHOUT_IMAGES = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.STYLES)
            .and(Sanitizers.LINKS)
            .and(Sanitizers.TABLES)
            .and(STRUCTURE);
    private static final PolicyFactory WITH_IMAGES = WITHOUT_IMAGES.and(new HtmlPolicyBuilder()
            .allowUrlProtocols("https")
            .allowElements("img")
            .allowAttributes("alt", "title", "width", "height", "src")
            .onElements("img")
            .toFactory());

    private SafeHtml() {}

    /** What the organisation itself writes: replies and signatures, with images from the web. */
    public static String ofOurs(String html) {
        return WITH_IMAGES.sanitize(html);
    }

    /** What others wrote and we quote: no images, which would be fetched from others' servers or are not with the reply. */
    public static String ofQuotation(String html) {
        return WITHOUT_IMAGES.sanitize(html);
    }
}
