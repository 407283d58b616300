package org.postroom.console.message;

import java.util.List;
import java.util.Optional;

/**
 * What a reader sees of a mail, as its sender wrote it: hostile until it went through {@link SafeHtml}.
 *
 * @param text the plain-text body, if there is one
 * @param html the HTML body, if there is one
 * @param parts the other parts, in their order in the mail
 */
public record MailContent(Optional<String> text, Optional<String> html, List<Part> parts) {

    /** Copies the parts. */
    public MailContent {
        parts = List.copyOf(parts);
    }

    /** The parts that are not pictures inside the text. */
    public List<Part> attachments() {
        return parts.stream().filter(part -> !part.shownInText()).toList();
    }

    /**
     * A part that is neither the text nor the HTML body.
     *
     * @param number its number in the mail, from 0
     * @param fileName a name that is safe for every file system
     * @param mediaType the media type in lower case, as the sender claims
     * @param contentId the Content-ID without angle brackets; empty where there is none
     * @param content the bytes, decoded
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way to the browser: never compared, never changed.
    public record Part(int number, String fileName, String mediaType, String contentId, byte[] content) {

        /** True for a picture that the HTML body may show. */
        public boolean shownInText() {
            return !contentId.isEmpty() && SafeHtml.isPicture(mediaType);
        }

        /** The size in bytes. */
        public int size() {
            return content.length;
        }
    }
}
