package org.postroom.inbound.reception;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.dkim.SignedMail;
import org.postroom.inbound.directory.DirectoryAnswer;

/** What is known at each stage of a transaction, when its checks are asked. */
public sealed interface Facts {

    /**
     * A client has connected.
     *
     * @param clientAddress its network address
     * @param open the connections that are open, with this one
     * @param openOfClient those of them from this address
     */
    record Connection(String clientAddress, int open, int openOfClient) implements Facts {}

    /**
     * A client has named itself by EHLO or HELO.
     *
     * @param client who it says it is; hostile input
     */
    record Greeting(Envelope.Client client) implements Facts {}

    /**
     * MAIL names the sender.
     *
     * @param client who delivers
     * @param sender the envelope sender
     * @param announcedSize the message's size in bytes as announced by SIZE (RFC 1870); 0 where it is not
     */
    record Sender(Envelope.Client client, EnvelopeSender sender, long announcedSize) implements Facts {}

    /**
     * RCPT names a recipient.
     *
     * @param client who delivers
     * @param sender the envelope sender
     * @param address the address as the client wrote it
     * @param found what the directory knows about the address
     * @param acceptedBefore how many recipients this transaction has already
     * @param announcedSize the message's size in bytes as announced by SIZE (RFC 1870); 0 where it is not
     */
    record Recipient(
            Envelope.Client client,
            EnvelopeSender sender,
            String address,
            DirectoryAnswer found,
            int acceptedBefore,
            long announcedSize)
            implements Facts {}

    /**
     * The content is complete, and nothing of it durable yet: a mail that is refused now leaves nothing behind.
     *
     * @param envelope the transaction
     * @param size the content's size in bytes
     * @param hops how many Received fields its header has
     * @param beginning its first bytes, at most 256 kB, which is most messages as a whole
     * @param whole all of it
     * @param streamed what its signatures are about, where the beginning is not all of it; otherwise null
     */
    record Content(
            Envelope envelope,
            long size,
            int hops,
            Beginning beginning,
            Whole whole,
            @Nullable SignedMail streamed) implements Facts {

        /** What its signatures are about. */
        SignedMail signed() {
            return streamed == null ? SignedMail.of(beginning.bytes) : streamed;
        }
    }

    /** All of a message, as the client sent it, to be read as often as one likes while its checks are asked. */
    @FunctionalInterface
    interface Whole {

        /**
         * Begins to read it.
         *
         * @throws IOException where it cannot be read now, or no longer
         */
        InputStream open() throws IOException;
    }

    /** The first bytes of a message, to be read as often as one likes. */
    final class Beginning {

        private final byte[] bytes;

        Beginning(byte[] bytes) {
            this.bytes = bytes;
        }

        /** How many bytes they are. */
        public int size() {
            return bytes.length;
        }

        /** Begins to read them. */
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
