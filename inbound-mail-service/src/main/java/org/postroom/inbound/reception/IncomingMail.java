package org.postroom.inbound.reception;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.dkim.SignedMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message while its content comes in. It is written through to the store; only the beginning of it is kept in memory,
 * so that most messages are parsed without being read again. Used by one thread at a time.
 *
 * <p>Nothing that happens while content comes in can be told to the client before its end (RFC 5321, section 4.1.1.4),
 * so a failure is remembered, the rest of the content is passed over, and {@link Reception#accept} tells.
 */
public final class IncomingMail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingMail.class);
    private static final int MOST_IN_MEMORY = 256 * 1024;

    private final Envelope envelope;
    private final Copies copies;
    private final long largest;
    private final MessageDigest digest = Sha256.begin();
    private final HopCounter hops = new HopCounter();
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream(8 * 1024);
    private @Nullable SignedMail signed;
    private @Nullable Refusal refusal;
    private long size;
    private boolean bareLineEnds;

    /** @param largest how many bytes its content may have */
    IncomingMail(Envelope envelope, Copies copies, long largest) {
        this.envelope = envelope;
        this.copies = copies;
        this.largest = largest;
    }

    /** Takes the next bytes of the content, without the dots that transparency added (RFC 5321, section 4.5.2). */
    public void write(byte[] bytes, int offset, int length) {
        if (refusal != null) {
            return;
        }
        size += length;
        if (size > largest) {
            refuse(Refusal.MESSAGE_TOO_LARGE);
            return;
        }
        digest.update(bytes, offset, length);
        hops.add(bytes, offset, length);
        keep(bytes, offset, length);
        try {
            copies.write(bytes, offset, length);
        } catch (IOException broken) {
            storeFailed(broken);
        }
    }

    /** Says that the content holds a carriage return or a line feed alone, which SMTP forbids (RFC 5321, section 2.3.8). */
    public void noteBareLineEnds() {
        bareLineEnds = true;
    }

    /** The content is complete: all of it can be read from now on, and nothing more be written. */
    void complete() {
        if (refusal == null && beginning.size() < size) {
            try {
                copies.finish();
            } catch (IOException broken) {
                storeFailed(broken);
            }
        }
    }

    /** Discards what is not durable yet; does nothing after {@link Reception#accept} has taken the mail. */
    @Override
    public void close() {
        beginning.reset();
        try {
            copies.close();
        } catch (IOException stuck) {
            LOG.atWarn()
                    .addKeyValue("transactionId", envelope.transactionId())
                    .setCause(stuck)
                    .log("A message that was not accepted could not be discarded");
        }
    }

    Envelope envelope() {
        return envelope;
    }

    Copies copies() {
        return copies;
    }

    /** The digest of what the client sent; asked for once. */
    String contentSha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Why nothing more of the content is taken; empty where all of it is. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What is known once the content is complete; asked for once. */
    Facts.Content facts() {
        if (signed != null) {
            signed.end();
        }
        var start = new Facts.Beginning(beginning.toByteArray());
        Facts.Whole whole = start.size() == size ? start::open : copies::open;
        return new Facts.Content(envelope, size, hops.hops(), start, whole, signed);
    }

    boolean hasBareLineEnds() {
        return bareLineEnds;
    }

    private void keep(byte[] bytes, int offset, int length) {
        int kept = Math.min(length, MOST_IN_MEMORY - beginning.size());
        beginning.write(bytes, offset, kept);
        if (kept == length) {
            return;
        }
        // What signatures are about is taken while it passes: only of a mail that is kept whole it can be read later.
        if (signed == null) {
            signed = new SignedMail();
            signed.write(beginning.toByteArray(), 0, beginning.size());
        }
        signed.write(bytes, offset + kept, length - kept);
    }

    private void refuse(Refusal reason) {
        refusal = reason;
        close();
    }

    private void storeFailed(IOException broken) {
        LOG.atWarn()
                .addKeyValue("transactionId", envelope.transactionId())
                .setCause(broken)
                .log("A message could not be stored");
        refuse(Refusal.STORE_UNAVAILABLE);
    }
}
