package org.postroom.console.message;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.Flaw;
import org.postroom.mail.reading.MailPart;
import org.postroom.mail.reading.ReadMail;
import org.postroom.mail.reading.Section;

/**
 * What a reader sees of a mail, as its sender wrote it: hostile until it went through {@link SafeHtml}.
 *
 * @param body the texts and the pictures between them, in order
 * @param parts the other parts, in their order in the mail
 * @param warnings what of the content could not be read as it should, one sentence each
 * @param correspondents whom it names
 */
public record MailContent(List<Section> body, List<Part> parts, List<String> warnings, Correspondents correspondents) {

    /** Copies the lists. */
    public MailContent {
        body = List.copyOf(body);
        parts = List.copyOf(parts);
        warnings = List.copyOf(warnings);
    }

    /** A mail as it was read. */
    public static MailContent of(ReadMail mail) {
        List<String> warnings = mail.flaws().stream()
                .filter(flaw -> flaw.kind().concernsContent())
                .map(Flaw::sentence)
                .toList();
        return new MailContent(
                mail.body(), mail.parts().stream().map(Part::of).toList(), warnings, Correspondents.of(mail.header()));
    }

    /** A text that an agent wrote, before it is a mail. */
    public static MailContent ofDraft(@Nullable String text, @Nullable String html) {
        boolean empty = text == null && html == null;
        return new MailContent(
                empty ? List.of() : List.of(new Section.Written(text, html)),
                List.of(),
                List.of(),
                Correspondents.NONE);
    }

    /** The parts that are not pictures inside the text. */
    public List<Part> attachments() {
        return Part.attachments(parts);
    }

    /**
     * The picture that HTML refers to by its Content-ID (RFC 2392).
     *
     * @param reference the reference as it stands behind {@code cid:}
     * @param within the number of the mail within the mail whose HTML it is; {@link MailPart#OUTERMOST} for its own
     */
    public Optional<Part> picture(String reference, int within) {
        return parts.stream()
                .filter(part ->
                        part.isPicture() && part.within() == within && MailPart.isNamedBy(reference, part.contentId()))
                .findFirst();
    }

    /**
     * A part that is no text of the mail.
     *
     * @param number its number in the mail, from 0
     * @param fileName a name that is safe for every file system
     * @param mediaType the media type in lower case, as the sender claims
     * @param contentId the Content-ID without angle brackets; empty where there is none
     * @param size the size in bytes, decoded
     * @param shownInText true for a picture that its sender placed in the text
     * @param within the number of the mail within the mail that it is a part of; {@link MailPart#OUTERMOST} for none
     */
    public record Part(
            int number,
            String fileName,
            String mediaType,
            String contentId,
            long size,
            boolean shownInText,
            int within) {

        private static Part of(MailPart part) {
            return new Part(
                    part.number(),
                    FileNames.safe(part.fileName()),
                    part.mediaType(),
                    part.contentId(),
                    part.size(),
                    part.inline(),
                    part.within());
        }

        static List<Part> attachments(List<Part> parts) {
            return parts.stream().filter(part -> !part.shownInText()).toList();
        }

        /** True for a picture that a browser only ever draws. */
        public boolean isPicture() {
            return MailPart.isPicture(mediaType);
        }

        /** The media type that a browser draws it by: some programs write a JPEG's otherwise. */
        public String drawnAs() {
            return mediaType.equals("image/jpg") || mediaType.equals("image/pjpeg") ? "image/jpeg" : mediaType;
        }

        /** True where it lies in a mail within the mail. */
        public boolean isOfEnclosedMail() {
            return within != MailPart.OUTERMOST;
        }
    }
}
