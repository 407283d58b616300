package org.postroom.inbound.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.Mailbox.Afterwards;

/**
 * A folder that is open, on a connection of its own. Used by one thread at a time; only {@link #close} may be called by
 * another one, and ends whatever is going on. Every failure means that the connection is of no more use.
 */
public interface OpenMailbox extends AutoCloseable {

    /** Where the connection leads. */
    InetAddress address();

    /** The folder's UIDVALIDITY. */
    long validity();

    /** The UID that the folder's next mail would have had when it was opened. */
    long next();

    /**
     * The UIDs from this one on.
     *
     * @param since only mails that arrived on this moment's day or later; null for all
     */
    List<Long> search(long from, @Nullable Instant since) throws MailboxException;

    /**
     * Reads a mail, which leaves it as it is.
     *
     * @param sink takes the content, piece by piece
     * @return when the mail arrived in the mailbox; empty where it is gone
     * @throws MailboxException where the mail was not read to its end, for which the server's silence counts, too
     * @throws IOException where the sink fails
     */
    Optional<Instant> fetch(long uid, Sink sink) throws IOException;

    /** Does with a mail what is to be done with it. */
    void finish(long uid, Afterwards afterwards) throws MailboxException;

    /** Waits until something arrives or the time is over; where the server cannot tell, until the next look is due. */
    void await(Duration most) throws MailboxException;

    /** Closes the connection, whatever happens there. */
    @Override
    void close();

    /** Takes a mail's content. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes the next piece; at least one comes, which may be empty.
         *
         * @return false where no more of it is wanted
         */
        boolean take(byte[] octets, int length) throws IOException;
    }
}
