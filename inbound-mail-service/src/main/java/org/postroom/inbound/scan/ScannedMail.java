package org.postroom.inbound.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A mail as engines are shown it. All of it is hostile input.
 *
 * @param id identifies it in the engine's log
 * @param clientAddress the network address of who delivers
 * @param clientName the name given in HELO or EHLO
 * @param sender the envelope sender; empty for the null sender
 * @param recipients the envelope's recipients
 * @param size how many bytes the content has
 * @param content the content, as the client sent it
 */
public record ScannedMail(
        String id,
        String clientAddress,
        String clientName,
        String sender,
        List<String> recipients,
        long size,
        Content content) {

    /** Copies the recipients. */
    public ScannedMail {
        recipients = List.copyOf(recipients);
    }

    /** The bytes of a mail, to be read as often as one likes. */
    @FunctionalInterface
    public interface Content {

        /**
         * Begins to read them.
         *
         * @throws IOException where they cannot be read now
         */
        InputStream open() throws IOException;
    }
}
