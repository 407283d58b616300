package org.postroom.console.administration.entry;

import java.util.List;

/**
 * A text as a mail would show it.
 *
 * @param html the form for HTML mail
 * @param text the form for plain-text mail
 * @param unknown names in it that stand for nothing
 */
public record TextPreview(String html, String text, List<String> unknown) {

    /** Copies the names. */
    public TextPreview {
        unknown = List.copyOf(unknown);
    }
}
