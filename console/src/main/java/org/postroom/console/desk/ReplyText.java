package org.postroom.console.desk;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.postroom.console.message.SafeHtml;

/**
 * What an agent wrote, in both forms that a mail carries.
 *
 * @param html the HTML form, cleaned
 * @param text the plain-text form, made from the HTML
 */
public record ReplyText(String html, String text) {

    /**
     * Takes what the editor sent: HTML, or plain text where the browser runs no scripts.
     *
     * @param written what the agent wrote
     */
    public static ReplyText of(String written) {
        boolean plain = !written.contains("<");
        if (plain) {
            return new ReplyText(SafeHtml.ofText(written).replace("\n", "<br>"), written.strip());
        }
        String html = SafeHtml.clean(written);
        return new ReplyText(html, asText(Jsoup.parseBodyFragment(html)));
    }

    private static String asText(Document document) {
        var text = new StringBuilder();
        document.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else if (node instanceof Element element) {
                    switch (element.normalName()) {
                        case "br" -> text.append('\n');
                        case "li" -> text.append("- ");
                        default -> {
                            // Other elements begin without a mark of their own.
                        }
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    switch (element.normalName()) {
                        case "p", "h1", "h2", "h3", "blockquote", "ul", "ol", "table" -> text.append("\n\n");
                        case "div", "li", "tr" -> text.append('\n');
                        case "a" -> appendTarget(element, text);
                        default -> {
                            // Other elements end without a mark of their own.
                        }
                    }
                }
            }
        });
        return text.toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static void appendTarget(Element link, StringBuilder text) {
        String target = link.attr("href");
        if (!target.isEmpty() && !target.equals(link.text())) {
            text.append(" <").append(target).append('>');
        }
    }
}
