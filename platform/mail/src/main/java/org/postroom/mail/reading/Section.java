package org.postroom.mail.reading;

import org.jspecify.annotations.Nullable;

/** A piece of what a person sees of a mail; pieces are shown one below the other. */
public sealed interface Section {

    /**
     * A text in one form or two that say the same.
     *
     * @param text the plain text; null where there is none
     * @param html the HTML as received, hostile; null where there is none
     */
    record Written(@Nullable String text, @Nullable String html) implements Section {}

    /**
     * A picture between the texts, which no HTML refers to.
     *
     * @param part where it is
     */
    record Picture(MailPart part) implements Section {}
}
