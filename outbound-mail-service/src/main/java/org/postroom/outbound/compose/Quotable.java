package org.postroom.outbound.compose;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.ReadMail;
import org.postroom.outbound.html.PlainText;

/**
 * An earlier mail of the conversation, as far as it can be quoted.
 *
 * @param author the name or address of who wrote it
 * @param at when it was written
 * @param text its plain text; empty where it has none that could be read
 * @param html its HTML as received, not yet made safe; null where it has none
 */
public record Quotable(
        String author, Instant at, String text, @Nullable String html) {

    /** A mail as it was read: all its texts, by the reader that showed them to the agent. */
    static Quotable of(String author, Instant at, ReadMail mail) {
        return new Quotable(
                author,
                at,
                mail.text(PlainText::ofHtml),
                mail.html(PlainText::toHtml).orElse(null));
    }

    /** True where it quotes an earlier mail itself, so that quoting it brings that one along. */
    public boolean quotesAnother() {
        return text.lines().anyMatch(line -> line.startsWith(">")) || (html != null && html.contains("<blockquote"));
    }
}
