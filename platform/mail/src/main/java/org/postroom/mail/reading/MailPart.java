package org.postroom.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * A part of a mail that is no text of it: a file or a picture.
 *
 * @param number its number in the mail, from 0; the same whenever the mail is read
 * @param fileName the name as the sender gave it, decoded to Unicode, at most 255 characters: hostile input, never a
 *     path; one that says what it is where the sender gave none
 * @param mediaType the media type in lower case, as the sender claims
 * @param contentId the Content-ID without angle brackets (RFC 2392); empty where there is none
 * @param size the size in bytes after decoding
 * @param inline true for a picture that its sender placed in the text
 * @param within the number of the mail within the mail that it is a part of; {@link #OUTERMOST} where it is in none
 */
public record MailPart(
        int number, String fileName, String mediaType, String contentId, long size, boolean inline, int within) {

    /** Stands for the mail itself, where a part of it is named that has others in it. */
    public static final int OUTERMOST = -1;

    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/jpg", "image/pjpeg", "image/gif", "image/webp");

    /** True for the media types of pictures that browsers only ever draw. */
    public static boolean isPicture(String mediaType) {
        return PICTURES.contains(mediaType);
    }

    /** True where a {@code cid:} URL without its scheme names a Content-ID, with or without escapes (RFC 2392). */
    public static boolean isNamedBy(String reference, String contentId) {
        return !contentId.isEmpty() && canonical(reference).equals(contentId.toLowerCase(Locale.ROOT));
    }

    /** A reference in the form that Content-IDs are compared in. */
    static String canonical(String reference) {
        byte[] bytes = EncodedWords.unescaped(reference.strip().getBytes(StandardCharsets.UTF_8), '%');
        return new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
