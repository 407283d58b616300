package org.postroom.inbound.mailbox.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.Mailbox.Afterwards;
import org.postroom.inbound.mailbox.MailboxException;
import org.postroom.inbound.mailbox.OpenMailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder by Angus Mail. Commands are by UID and written here, since each answer has to be looked at: one without the mail that
 * was asked for is what a connection that has broken looks like, and must not be taken for a mail that is gone.
 */
final class ImapMailbox implements OpenMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(ImapMailbox.class);
    private static final int PIECE = 256 * 1024;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    /** A server that cannot tell of new mail is asked so often. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Store store;
    private final IMAPFolder folder;
    private final Socket socket;
    private final InetAddress address;
    private final boolean idles;
    private final Duration patience;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean announced;

    ImapMailbox(Store store, IMAPFolder folder, Socket socket, InetAddress address, boolean idles, Duration patience) {
        this.store = store;
        this.folder = folder;
        this.socket = socket;
        this.address = address;
        this.idles = idles;
        this.patience = patience;
    }

    @Override
    public InetAddress address() {
        return address;
    }

    /** Whether the server tells of new mail. */
    boolean idles() {
        return idles;
    }

    @Override
    public long validity() {
        try {
            return folder.getUIDValidity();
        } catch (MessagingException impossible) {
            throw new IllegalStateException("expected an open folder to know its UIDVALIDITY", impossible);
        }
    }

    @Override
    public long next() {
        try {
            return folder.getUIDNext();
        } catch (MessagingException impossible) {
            throw new IllegalStateException("expected an open folder to know its UIDNEXT", impossible);
        }
    }

    @Override
    public List<Long> search(long from, @Nullable Instant since) throws MailboxException {
        announced = false;
        String day = since == null ? "" : " SINCE " + DAY.format(since.atOffset(ZoneOffset.UTC));
        List<Long> found = new ArrayList<>();
        for (Response response : command("UID SEARCH UID " + from + ":*" + day)) {
            if (response instanceof IMAPResponse untagged && untagged.keyEquals("SEARCH")) {
                for (long uid = untagged.readLong(); uid > 0; uid = untagged.readLong()) {
                    found.add(uid);
                }
            }
        }
        return found;
    }

    @Override
    public Optional<Instant> fetch(long uid, Sink sink) throws IOException {
        Piece piece = piece(uid, 0);
        if (piece == null) {
            return gone(uid);
        }
        @Nullable Instant arrived = piece.arrived;
        long read = 0;
        while (sink.take(piece.octets, piece.octets.length) && piece.octets.length >= PIECE) {
            read += piece.octets.length;
            piece = piece(uid, read);
            if (piece == null) {
                throw new MailboxException("The connection broke off in the middle of a mail.", null);
            }
        }
        return Optional.of(arrived == null ? Instant.EPOCH : arrived);
    }

    private Optional<Instant> gone(long uid) throws MailboxException {
        if (search(uid, null).contains(uid)) {
            throw new MailboxException("The server has a mail that it does not hand out.", null);
        }
        return Optional.empty();
    }

    private @Nullable Piece piece(long uid, long from) throws MailboxException {
        for (Response response :
                command("UID FETCH %d (UID INTERNALDATE BODY.PEEK[]<%d.%d>)".formatted(uid, from, PIECE))) {
            if (response instanceof FetchResponse fetched) {
                @Nullable UID its = fetched.getItem(UID.class);
                @Nullable BODY body = fetched.getItem(BODY.class);
                if (its != null && its.uid == uid && body != null) {
                    return new Piece(octets(body), arrived(fetched));
                }
            }
        }
        return null;
    }

    private static byte[] octets(BODY body) {
        @Nullable ByteArray array = body.getByteArray();
        return array == null ? new byte[0] : array.getNewBytes();
    }

    private static @Nullable Instant arrived(FetchResponse fetched) {
        @Nullable INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
        return date == null || date.getDate() == null ? null : date.getDate().toInstant();
    }

    @Override
    public void finish(long uid, Afterwards afterwards) throws MailboxException {
        switch (afterwards) {
            case NOTHING -> {
                // nobody is to see that it was fetched
            }
            case MARK_READ -> command("UID STORE " + uid + " +FLAGS.SILENT (\\Seen)");
            case DELETE -> {
                command("UID STORE " + uid + " +FLAGS.SILENT (\\Deleted)");
                command("UID EXPUNGE " + uid);
            }
        }
    }

    @Override
    public void await(Duration most) throws MailboxException {
        if (announced) {
            return;
        }
        try {
            if (!idles) {
                Duration rest = most.compareTo(LOOK_AGAIN) < 0 ? most : LOOK_AGAIN;
                boolean _ = closed.await(rest.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
            socket.setSoTimeout(Math.toIntExact(most.plus(patience).toMillis()));
            var over = new CountDownLatch(1);
            Thread watch = Thread.ofVirtual().name("mailbox-watch").start(() -> watch(over, most));
            try {
                folder.idle(true);
            } finally {
                over.countDown();
                watch.join();
            }
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        } catch (MessagingException | IOException broken) {
            throw lost(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw lost(hurried);
        }
    }

    /** Ends the wait in time; a server that does not answer even that is no longer there. */
    private void watch(CountDownLatch over, Duration most) {
        try {
            if (over.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            Thread done = Thread.ofVirtual().name("mailbox-done").start(() -> {
                try {
                    folder.doCommand(_ -> null);
                } catch (MessagingException gone) {
                    LOG.atDebug().setCause(gone).log("A connection was gone before its wait was ended");
                }
            });
            if (!over.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                closeSocket();
            }
            done.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private Response[] command(String command) throws MailboxException {
        try {
            Object responses = folder.doCommand(protocol -> answered(protocol, command));
            return (Response[]) responses;
        } catch (MessagingException broken) {
            throw lost(broken);
        }
    }

    private Response[] answered(IMAPProtocol protocol, String command) throws ProtocolException {
        Response[] responses = protocol.command(command, null);
        for (Response response : responses) {
            announced |= response instanceof IMAPResponse untagged && untagged.keyEquals("EXISTS");
        }
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }

    private MailboxException lost(Exception broken) {
        return new MailboxException("The connection to the mailbox was lost.", broken);
    }

    @Override
    public void close() {
        closed.countDown();
        closeSocket();
        try {
            store.close();
        } catch (MessagingException gone) {
            LOG.atDebug().setCause(gone).log("A mailbox was gone before it could be closed");
        }
    }

    /** Without good-bye, which could take as long as whatever is going on. */
    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.atDebug().setCause(gone).log("A connection was gone before it could be closed");
        }
    }

    /** What one answer has of a mail. */
    private static final class Piece {

        private final byte[] octets;
        private final @Nullable Instant arrived;

        Piece(byte[] octets, @Nullable Instant arrived) {
            this.octets = octets;
            this.arrived = arrived;
        }
    }
}
