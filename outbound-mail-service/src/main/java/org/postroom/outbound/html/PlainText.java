package org.postroom.outbound.html;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Plain text from HTML and the other way round. Lines end with a line feed. */
public final class PlainText {

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern SPACE_BEFORE_BREAK = Pattern.compile("[ \\t\\u00A0]+\\n");

    private PlainText() {}

    /** The text of the HTML, with its paragraphs, lists and link targets kept. */
    public static String ofHtml(String html) {
        var writer = new Writer();
        NodeTraversor.traverse(writer, Jsoup.parse(html).body());
        String text = SPACE_BEFORE_BREAK.matcher(writer.text).replaceAll("\n");
        return BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** HTML that shows the text as it stands. */
    public static String toHtml(String text) {
        return LINE_BREAK.matcher(Entities.escape(text)).replaceAll("<br>");
    }

    /** The text with every kind of line break turned into a line feed. */
    public static String withLineFeeds(String text) {
        return LINE_BREAK.matcher(text).replaceAll("\n");
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case TextNode words -> append(words.text());
                case Element element when element.nameIs("br") -> text.append('\n');
                case Element element
                when element.nameIs("li") -> {
                    breakLines(1);
                    text.append("- ");
                }
                case Element element when element.isBlock() -> breakLines(gap(element));
                default -> {
                    // inline elements leave no trace of their own
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.nameIs("a")) {
                    appendTarget(element);
                } else if (element.isBlock()) {
                    breakLines(gap(element));
                }
            }
        }

        private void append(String words) {
            boolean atLineStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
            text.append(atLineStart ? words.stripLeading() : words);
        }

        private void appendTarget(Element link) {
            String target = link.attr("href").strip();
            boolean worthShowing = target.toLowerCase(Locale.ROOT).startsWith("http")
                    && !link.text().contains(target);
            if (worthShowing) {
                text.append(" (").append(target).append(')');
            }
        }

        private void breakLines(int count) {
            int present = 0;
            while (present < count && text.length() > present && text.charAt(text.length() - 1 - present) == '\n') {
                present++;
            }
            if (!text.isEmpty()) {
                text.append("\n".repeat(count - present));
            }
        }

        private static int gap(Element element) {
            return switch (element.normalName()) {
                case "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "pre" -> 2;
                default -> 1;
            };
        }
    }
}
