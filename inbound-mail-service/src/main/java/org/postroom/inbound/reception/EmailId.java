package org.postroom.inbound.reception;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import org.postroom.inbound.message.MessageFacts;

/**
 * The identifier of a mail, made from what it is: a client that never saw our 250 sends the same mail again, and gets
 * the same identifier again, so that whoever reads the log recognises the repeat.
 *
 * <p>A mail with neither Message-ID nor Date may be sent on purpose twice with the same content, as forms and machines
 * do; its identifier includes the transaction, so that it is never taken for a repeat.
 */
final class EmailId {

    private static final byte SEPARATOR = 0;
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_MASK = 0xFFFFFFFFFFFF0FFFL;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;

    private EmailId() {}

    /**
     * Names a mail by a UUID of version 8 (RFC 9562, section 5.8).
     *
     * @param organisationId the organisation that receives it; another organisation's copy has another identifier
     * @param contentSha256 the digest of what the client sent, without the Received fields of any host
     */
    static String of(String organisationId, Envelope envelope, MessageFacts facts, String contentSha256) {
        MessageDigest digest = Sha256.begin();
        add(digest, organisationId);
        add(digest, envelope.sender().address());
        envelope.recipientsOf(organisationId).stream()
                .map(recipient -> recipient.address().toLowerCase(Locale.ROOT))
                .sorted()
                .forEach(address -> add(digest, address));
        add(digest, facts.messageId() == null ? "" : facts.messageId());
        add(digest, contentSha256);
        if (facts.messageId() == null && facts.sentAt() == null) {
            add(digest, envelope.transactionId());
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = (hash.getLong() & VERSION_MASK) | VERSION_8;
        long low = (hash.getLong() & VARIANT_MASK) | VARIANT;
        return new UUID(high, low).toString();
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update(SEPARATOR);
    }
}
