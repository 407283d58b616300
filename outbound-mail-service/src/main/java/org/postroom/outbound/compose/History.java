package org.postroom.outbound.compose;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postroom.outbound.html.PlainText;
import org.postroom.outbound.html.SafeHtml;

/**
 * The quoted part of a reply: the newest earlier mail and, as long as a mail quotes none itself, the one before it. So
 * the customer sees the whole conversation, and no mail of it twice.
 *
 * @param text every line after "&gt; "
 * @param html in nested blockquotes
 */
record History(String text, String html) {

    static final int MOST_MAILS = 20;
    static final int LONGEST_MAIL = 200_000;
    static final History NONE = new History("", "");

    private static final String CUT = "\n[…]";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String BLOCKQUOTE =
            "<blockquote type=\"cite\"" + " style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex\">";

    /** Quotes the mails, given newest first. */
    static History of(List<Quotable> newestFirst) {
        History history = NONE;
        for (Quotable mail : chosen(newestFirst).reversed()) {
            history = history.within(mail);
        }
        return history;
    }

    private static List<Quotable> chosen(List<Quotable> newestFirst) {
        int count = 0;
        boolean complete = false;
        while (!complete && count < newestFirst.size() && count < MOST_MAILS) {
            complete = newestFirst.get(count).quotesAnother();
            count++;
        }
        return newestFirst.subList(0, count);
    }

    private History within(Quotable mail) {
        String attribution = "On %s, %s wrote:".formatted(WHEN.format(mail.at()), mail.author());
        String quotedText = joined(text(mail), text);
        String quotedHtml = html(mail) + html;
        return new History(
                attribution + "\n" + quotedText.lines().map(History::quoted).collect(Collectors.joining("\n")),
                "<div>" + PlainText.toHtml(attribution) + "</div>" + BLOCKQUOTE + quotedHtml + "</blockquote>");
    }

    private static String text(Quotable mail) {
        String html = mail.html();
        String text = mail.text().isBlank() && html != null ? PlainText.ofHtml(html) : mail.text();
        return PlainText.withLineFeeds(cut(text)).stripTrailing();
    }

    private static String html(Quotable mail) {
        String html = mail.html();
        return html == null || html.length() > LONGEST_MAIL ? PlainText.toHtml(text(mail)) : SafeHtml.ofQuotation(html);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_MAIL ? text.substring(0, LONGEST_MAIL) + CUT : text;
    }

    private static String quoted(String line) {
        return line.isEmpty() || line.startsWith(">") ? ">" + line : "> " + line;
    }

    private static String joined(String first, String second) {
        return second.isEmpty() ? first : first + "\n\n" + second;
    }
}
