package org.postroom.mail.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail's own header says.
 *
 * @param from the author: the first From field that holds an address; null where none does
 * @param replyTo where answers are wanted; null where the Reply-To field is absent or holds no address
 * @param to the To field, at most 200 addresses
 * @param cc the Cc field, at most 200 addresses
 * @param subject the subject decoded to Unicode, at most 998 characters; empty where there is none
 * @param messageId the Message-ID without angle brackets; null where it is absent or malformed
 * @param inReplyTo the identifiers in In-Reply-To, without angle brackets
 * @param references the identifiers in References, oldest first, without angle brackets, at most the newest 100
 * @param sentAt the Date field; null where it is absent or malformed
 * @param mediaType the media type of the whole, in lower case
 */
public record MailHeader(
        @Nullable NamedAddress from,
        @Nullable NamedAddress replyTo,
        List<NamedAddress> to,
        List<NamedAddress> cc,
        String subject,
        @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        @Nullable Instant sentAt,
        String mediaType) {

    /** Copies the lists. */
    public MailHeader {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
    }
}
