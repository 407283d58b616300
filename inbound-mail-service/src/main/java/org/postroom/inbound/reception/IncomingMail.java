package org.postroom.inbound.reception;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
    private final ContentLimits limits;
    private final MemoryBudget.Share memory;
    private final IdentityDigest digest = new IdentityDigest();
    private final HeaderCounter header = new HeaderCounter();
    private final LongestLine longestLine = new LongestLine();
    private ByteArrayOutputStream beginning = new ByteArrayOutputStream(8 * 1024);
    private boolean memoryLeft = true;
    private @Nullable SignedMail signed;
    private @Nullable Refusal refusal;
    private long size;
    private boolean bareLineEnds;

    /** @param memory what its client may keep in memory of it; closed with the mail */
    IncomingMail(Envelope envelope, Copies copies, ContentLimits limits, MemoryBudget.Share memory) {
        this.envelope = envelope;
        this.copies = copies;
        this.limits = limits;
        this.memory = memory;
    }

    /** Takes the next bytes of the content, without the dots that transparency added (RFC 5321, section 4.5.2). */
    public void write(byte[] bytes, int offset, int length) {
        if (refusal != null) {
            return;
        }
        size += length;
        header.add(bytes, offset, length);
        longestLine.add(bytes, offset, length);
        if (isTooMuch()) {
            return;
        }
        digest.add(bytes, offset, length);
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
        beginning = new ByteArrayOutputStream(0);
        memory.close();
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

    /** The digest of what the client sent, without Received fields; asked for once. */
    String contentSha256() {
        return digest.hex();
    }

    /** Why nothing more of the content is taken; empty where all of it is. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What is known once the content is complete; asked for once. */
    Facts.Content facts() {
        if (signed != null) {
            signed.end();
        }
        var start = new Facts.Beginning(beginning.toByteArray());
        Facts.Whole whole = start.size() == size ? start::open : copies::open;
        return new Facts.Content(envelope, size, header.hops(), start, whole, signed);
    }

    boolean hasBareLineEnds() {
        return bareLineEnds;
    }

    private void keep(byte[] bytes, int offset, int length) {
        int more = Math.min(length, MOST_IN_MEMORY - beginning.size());
        if (memoryLeft && more > 0 && memory.take(more)) {
            beginning.write(bytes, offset, more);
        } else {
            more = 0;
        }
        if (more < length) {
            passBy(bytes, offset + more, length - more);
        }
    }

    /** What is not kept. What signatures are about is taken of it, since only of a mail that is kept whole it can be read later. */
    private void passBy(byte[] bytes, int offset, int length) {
        // What is kept has to be the beginning, without a gap.
        memoryLeft = false;
        if (signed == null) {
            signed = new SignedMail();
            signed.write(beginning.toByteArray(), 0, beginning.size());
        }
        signed.write(bytes, offset, length);
    }

    private boolean isTooMuch() {
        if (size > limits.message()) {
            refuse(Refusal.MESSAGE_TOO_LARGE);
        } else if (header.octets() > limits.header()) {
            refuse(Refusal.HEADER_TOO_LARGE);
        } else if (longestLine.octets() > limits.line()) {
            refuse(Refusal.LINE_TOO_LONG);
        }
        return refusal != null;
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
