package org.postroom.local.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail that was delivered, read as its receiver would read it.
 *
 * @param id the mail's id in the playground
 * @param receivedAt when it arrived
 * @param sender the envelope sender
 * @param recipients the envelope recipients
 * @param headers its header fields, decoded, in order
 * @param text its plain text; empty when it has none
 * @param html its HTML; empty when it has none
 * @param attachments its attachments
 * @param size its size in bytes
 */
public record DeliveredMail(
        String id,
        Instant receivedAt,
        String sender,
        List<String> recipients,
        List<Header> headers,
        String text,
        String html,
        List<Attachment> attachments,
        int size) {

    /**
     * A header field.
     *
     * @param name its name
     * @param value its value, unfolded and decoded
     */
    public record Header(String name, String value) {}

    /**
     * An attachment.
     *
     * @param fileName its name; empty when it has none
     * @param contentType its media type
     * @param size its size in bytes, decoded
     */
    public record Attachment(String fileName, String contentType, long size) {}

    /** Returns the first header field of a name, in any case of letters. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
