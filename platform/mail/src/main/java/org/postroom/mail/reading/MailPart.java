package org.postroom.mail.reading;

import java.util.Set;

/**
 * A part of a mail that is no text of it: a file or a picture.
 *
 * @param number its number in the mail, from 0; the same whenever the mail is read
 * @param fileName the name as the sender gave it, decoded to Unicode, at most 255 characters: hostile input, never a
 *     path; empty where it has none
 * @param mediaType the media type in lower case, as the sender claims
 * @param contentId the Content-ID without angle brackets (RFC 2392); empty where there is none
 * @param size the size in bytes after decoding
 * @param inline true for a picture that its sender placed in the text
 */
public record MailPart(int number, String fileName, String mediaType, String contentId, long size, boolean inline) {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    /** True for the media types of pictures that browsers only ever draw. */
    public static boolean isPicture(String mediaType) {
        return PICTURES.contains(mediaType);
    }
}
