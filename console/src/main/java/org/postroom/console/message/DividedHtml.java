package org.postroom.console.message;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * An HTML whose quoted history at its end stands apart from what is new in it, by the marks that mail programs leave.
 * What is not surely history is new. Both halves are as hostile as the whole.
 *
 * @param written what its author wrote
 * @param quoted what came before; empty where nothing is surely quoted
 */
record DividedHtml(String written, String quoted) {

    /** Elements that hold a quotation. */
    private static final String HOLDERS =
            "div.gmail_quote, div.yahoo_quoted, blockquote[type=cite], div.protonmail_quote";

    /** Elements behind which everything is quoted. */
    private static final String BEGINNINGS =
            "div#divRplyFwdMsg, div#appendonsend, div.OutlookMessageHeader, div.moz-cite-prefix, div#reply-intro";

    static DividedHtml of(String html) {
        Document whole = Jsoup.parse(html);
        @Nullable Element begin = whole.body().selectFirst(HOLDERS + ", " + BEGINNINGS);
        if (begin == null || isForwarding(begin)) {
            return new DividedHtml(html, "");
        }
        if (!hasNothingNewBehind(begin)) {
            return new DividedHtml(html, "");
        }
        Document history = whole.clone();
        @Nullable Element sameBegin = history.body().selectFirst(HOLDERS + ", " + BEGINNINGS);
        if (sameBegin == null) {
            return new DividedHtml(html, "");
        }
        removeFrom(begin);
        removeBefore(sameBegin);
        boolean empty = !whole.body().hasText() && whole.body().selectFirst("img") == null;
        return empty
                ? new DividedHtml(html, "")
                : new DividedHtml(whole.body().html(), history.body().html());
    }

    /** What was forwarded is what the mail is about. */
    private static boolean isForwarding(Element begin) {
        String text = begin.text();
        return text.startsWith("---------- Forwarded") || text.startsWith("-------- Forwarded");
    }

    /** True where no answer stands between or below what is quoted. */
    private static boolean hasNothingNewBehind(Element begin) {
        if (begin.is("div#divRplyFwdMsg, div#appendonsend, div.OutlookMessageHeader, div#reply-intro")) {
            return true;
        }
        for (Element level = begin; level != null && !level.nameIs("body"); level = level.parent()) {
            for (@Nullable Node next = level.nextSibling(); next != null; next = next.nextSibling()) {
                boolean quoted = next instanceof Element element && element.is(HOLDERS + ", br");
                if (!quoted && !isBlank(next)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isBlank(Node node) {
        return node instanceof Element element
                ? !element.hasText()
                : node.outerHtml().isBlank();
    }

    private static void removeFrom(Element begin) {
        for (@Nullable Element level = begin; level != null && !level.nameIs("body"); level = level.parent()) {
            List<Node> siblings = level.siblingNodes();
            int own = level.siblingIndex();
            siblings.stream()
                    .filter(sibling -> sibling.siblingIndex() > own)
                    .toList()
                    .forEach(Node::remove);
        }
        begin.remove();
    }

    private static void removeBefore(Element begin) {
        for (@Nullable Element level = begin; level != null && !level.nameIs("body"); level = level.parent()) {
            List<Node> siblings = level.siblingNodes();
            int own = level.siblingIndex();
            siblings.stream()
                    .filter(sibling -> sibling.siblingIndex() < own)
                    .toList()
                    .forEach(Node::remove);
        }
    }
}
