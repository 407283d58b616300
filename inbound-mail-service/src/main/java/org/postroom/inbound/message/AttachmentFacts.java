package org.postroom.inbound.message;

/**
 * What is known of an attachment.
 *
 * @param fileName the name as the sender gave it, decoded to Unicode: hostile input, never a path; one after its
 *     media type where the sender gave none
 * @param mediaType the media type in lower case
 * @param size the size in bytes after decoding
 * @param inline true where the part is shown inside the text
 */
public record AttachmentFacts(String fileName, String mediaType, long size, boolean inline) {}
