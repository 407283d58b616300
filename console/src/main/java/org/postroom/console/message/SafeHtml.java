package org.postroom.console.message;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns the HTML of strangers into HTML that can be looked at: no scripts, no forms, no frames, no style sheets, nothing
 * that is loaded from elsewhere. Pictures inside the mail are shown; those from the web only by an address of ours, and only
 * where somebody asks, since loading them tells the sender who reads when.
 *
 * <p>The browser is told the same a second time, by the Content-Security-Policy of the frame that shows it.
 */
public final class SafeHtml {

    private static final String CONTENT_ID = "cid:";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}%?");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z]{1,20}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}|[a-zA-Z]{1,20}");

    private SafeHtml() {}

    /**
     * Cleans HTML for showing.
     *
     * @param html the HTML as the sender wrote it
     * @param pictures gives the address of a picture inside the mail for its Content-ID; null where there is none
     * @param remote gives the address of ours for that of a picture on the web; null where it is not to be shown
     */
    public static String clean(
            String html, Function<String, @Nullable String> pictures, Function<String, @Nullable String> remote) {
        return policy((element, attribute, value) -> picture(value, pictures, remote))
                .sanitize(html);
    }

    /** Cleans HTML that the agent wrote, before it is sent: the same rules, and no pictures. */
    public static String clean(String html) {
        return policy((element, attribute, value) -> null).sanitize(html);
    }

    /** Shows plain text as HTML, keeping its lines. */
    public static String ofText(String text) {
        return "<div class=\"plain\">" + escaped(text) + "</div>";
    }

    /** Plain text as it stands in HTML, between tags or in an attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static @Nullable String picture(
            String source, Function<String, @Nullable String> pictures, Function<String, @Nullable String> remote) {
        String trimmed = source.trim();
        return trimmed.toLowerCase(Locale.ROOT).startsWith(CONTENT_ID)
                ? pictures.apply(trimmed.substring(CONTENT_ID.length()))
                : remote.apply(trimmed);
    }

    private static PolicyFactory policy(AttributePolicy pictures) {
        return new HtmlPolicyBuilder()
                .allowElements(
                        "a",
                        "abbr",
                        "b",
                        "blockquote",
                        "br",
                        "caption",
                        "center",
                        "cite",
                        "code",
                        "col",
                        "colgroup",
                        "dd",
                        "del",
                        "div",
                        "dl",
                        "dt",
                        "em",
                        "font",
                        "h1",
                        "h2",
                        "h3",
                        "h4",
                        "h5",
                        "h6",
                        "hr",
                        "i",
                        "img",
                        "ins",
                        "li",
                        "ol",
                        "p",
                        "pre",
                        "q",
                        "s",
                        "small",
                        "span",
                        "strike",
                        "strong",
                        "sub",
                        "sup",
                        "table",
                        "tbody",
                        "td",
                        "tfoot",
                        "th",
                        "thead",
                        "tr",
                        "tt",
                        "u",
                        "ul")
                .allowWithoutAttributes("span", "font", "a")
                .allowUrlProtocols("http", "https", "mailto", "tel", "cid")
                .allowAttributes("href")
                .onElements("a")
                .allowAttributes("src")
                .matching(pictures)
                .onElements("img")
                .allowAttributes("alt", "title")
                .globally()
                .allowAttributes("width", "height", "border", "cellpadding", "cellspacing", "colspan", "rowspan")
                .matching(NUMBER)
                .onElements("img", "table", "td", "th", "tr", "col", "colgroup")
                .allowAttributes("align", "valign")
                .matching(WORD)
                .onElements("table", "td", "th", "tr", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "img")
                .allowAttributes("dir")
                .matching(true, "ltr", "rtl", "auto")
                .globally()
                .allowAttributes("color", "bgcolor")
                .matching(COLOUR)
                .onElements("font", "table", "td", "th", "tr")
                .allowStyling(CssSchema.withProperties(Set.of(
                        "background-color",
                        "border",
                        "border-collapse",
                        "border-color",
                        "border-left",
                        "border-style",
                        "border-width",
                        "color",
                        "font-family",
                        "font-size",
                        "font-style",
                        "font-weight",
                        "line-height",
                        "margin",
                        "margin-bottom",
                        "margin-left",
                        "margin-right",
                        "margin-top",
                        "padding",
                        "padding-bottom",
                        "padding-left",
                        "padding-right",
                        "padding-top",
                        "text-align",
                        "text-decoration",
                        "vertical-align",
                        "white-space",
                        "width")))
                .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
                .allowAttributes("target")
                .matching(true, "_blank")
                .onElements("a")
                .toFactory();
    }
}
