package org.postroom.outbound.compose;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /** True where it quotes an earlier mail itself, so that quoting it brings that one along. */
    public boolean quotesAnother() {
        return text.lines().anyMatch(line -> line.startsWith(">")) || (html != null && html.contains("<blockquote"));
    }
}
