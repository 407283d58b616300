package org.postroom.inbound.mailbox.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.Mailbox;
import org.postroom.inbound.mailbox.Mailbox.Afterwards;
import org.postroom.inbound.mailbox.Mailbox.Authentication;
import org.postroom.inbound.mailbox.Mailbox.Encryption;
import org.postroom.inbound.mailbox.MailboxConnector;
import org.postroom.inbound.mailbox.MailboxException;
import org.postroom.inbound.mailbox.OpenMailbox;
import org.postroom.inbound.mailbox.StepResult;
import org.postroom.inbound.mailbox.StepResult.Step;
import org.postroom.runtime.network.HostLookup;
import org.postroom.runtime.network.NetworkGuard;
import org.postroom.runtime.token.OAuth2;
import org.postroom.runtime.token.TokenSource;

/** Opens mailboxes by Angus Mail, at an address that was looked at before. */
final class ImapConnector implements MailboxConnector {

    /** A refusal that says it is none of ours (RFC 5530, section 3). */
    private static final Pattern PASSING = Pattern.compile("(?i)\\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)]");

    private final HostLookup lookup;
    private final NetworkGuard guard;
    private final TokenSource tokens;
    private final SSLContext tls;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long to wait for a connection, or an answer */
    ImapConnector(
            HostLookup lookup, NetworkGuard guard, TokenSource tokens, SSLContext tls, Duration patience, Clock clock) {
        this.lookup = lookup;
        this.guard = guard;
        this.tokens = tokens;
        this.tls = tls;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public OpenMailbox open(Mailbox mailbox, String secret) throws MailboxException {
        return open(mailbox, secret, new Steps(clock));
    }

    @Override
    public List<StepResult> test(Mailbox mailbox, String secret) {
        var steps = new Steps(clock);
        try (ImapMailbox open = open(mailbox, secret, steps)) {
            steps.run(Step.IDLE, () -> {
                open.search(open.next(), null);
                return new Steps.Done<>(
                        true,
                        open.idles()
                                ? "the server tells of new mail at once"
                                : "the server does not tell of new mail, so that it is asked each minute");
            });
        } catch (MailboxException failed) {
            steps.note(failed);
        }
        return steps.all();
    }

    private ImapMailbox open(Mailbox mailbox, String secret, Steps steps) throws MailboxException {
        InetAddress address = steps.run(Step.RESOLVE, () -> resolve(mailbox.host()));
        OAuth2 client = mailbox.oauth2();
        String password = client == null ? secret : steps.run(Step.TOKEN, () -> token(client, secret));
        var socket = new AtomicReference<@Nullable Socket>();
        Session session = Session.getInstance(properties(mailbox, socket));
        IMAPStore store = steps.run(Step.SIGN_IN, () -> signIn(session, mailbox, address, password));
        try {
            boolean idles = store.hasCapability("IDLE");
            IMAPFolder folder = steps.run(Step.FOLDER, () -> folder(store, mailbox));
            Socket connection = socket.get();
            if (connection == null) {
                throw new MailboxException("The connection to the mailbox was lost.", null);
            }
            return new ImapMailbox(store, folder, connection, address, idles, patience);
        } catch (MailboxException | MessagingException failed) {
            closeQuietly(store, failed);
            throw failed instanceof MailboxException told
                    ? told
                    : new MailboxException("The connection to the mailbox was lost.", failed);
        }
    }

    private Steps.Done<InetAddress> resolve(String host) throws MailboxException {
        return switch (lookup.of(host)) {
            case HostLookup.Result.Found(List<InetAddress> addresses) -> {
                InetAddress address = addresses.stream()
                        .filter(guard::allows)
                        .findFirst()
                        .orElseThrow(() ->
                                new MailboxException("The host " + host + " is not on the public network.", null));
                yield new Steps.Done<>(
                        address,
                        addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
            }
            case HostLookup.Result.NotFound _ -> throw new MailboxException("There is no host " + host + ".", null);
            case HostLookup.Result.NoAnswer _ ->
                throw new MailboxException("The name servers gave no answer for the host " + host + ".", null);
        };
    }

    private Steps.Done<String> token(OAuth2 client, String secret) throws MailboxException {
        return switch (tokens.token(client, secret)) {
            case TokenSource.Result.Token(String value) -> new Steps.Done<>(value, "a token was given");
            case TokenSource.Result.None(String reason, boolean refused) -> {
                String told = "There is no access token: " + reason + ".";
                throw refused ? MailboxException.refused(told, null) : new MailboxException(told, null);
            }
        };
    }

    private static Steps.Done<IMAPStore> signIn(Session session, Mailbox mailbox, InetAddress address, String password)
            throws MailboxException {
        try {
            var store = (IMAPStore) session.getStore("imap");
            store.connect(address.getHostAddress(), mailbox.port(), mailbox.userName(), password);
            return new Steps.Done<>(store, "signed in at " + mailbox.host());
        } catch (AuthenticationFailedException refused) {
            String told = "The sign-in was refused: " + said(refused);
            throw PASSING.matcher(told).find()
                    ? new MailboxException(told, refused)
                    : MailboxException.refused(told, refused);
        } catch (MessagingException failed) {
            throw ConnectionFailure.of(failed, mailbox);
        }
    }

    private static Steps.Done<IMAPFolder> folder(IMAPStore store, Mailbox mailbox) throws MailboxException {
        try {
            var folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(mailbox.afterwards() == Afterwards.NOTHING ? Folder.READ_ONLY : Folder.READ_WRITE);
            if (folder.getUIDValidity() <= 0 || folder.getUIDNext() <= 0) {
                throw new MailboxException("The server does not number its mails, so that none can be fetched.", null);
            }
            return new Steps.Done<>(folder, folder.getMessageCount() + " mails are in it");
        } catch (MessagingException failed) {
            throw new MailboxException("The folder " + mailbox.folder() + " cannot be opened: " + said(failed), failed);
        }
    }

    /** What a server says may be long, and of several lines. */
    private static String said(MessagingException answer) {
        String text = String.valueOf(answer.getMessage()).replaceAll("\\s+", " ");
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private static void closeQuietly(IMAPStore store, Exception reason) {
        try {
            store.close();
        } catch (MessagingException gone) {
            reason.addSuppressed(gone);
        }
    }

    private Properties properties(Mailbox mailbox, AtomicReference<@Nullable Socket> socket) {
        String wait = String.valueOf(patience.toMillis());
        var properties = new Properties();
        properties.put("mail.imap.connectiontimeout", wait);
        properties.put("mail.imap.timeout", wait);
        properties.put("mail.imap.writetimeout", wait);
        properties.put("mail.imap.connectionpoolsize", "1");
        properties.put("mail.imap.socketFactory", new PlainSockets(socket::set));
        properties.put("mail.imap.socketFactory.fallback", "false");
        properties.put(
                "mail.imap.auth.mechanisms",
                mailbox.authentication() == Authentication.OAUTH2 ? "XOAUTH2" : "PLAIN LOGIN");
        // The name is verified by the factory: here the connection is to an address.
        properties.put("mail.imap.ssl.checkserveridentity", "false");
        properties.put(
                "mail.imap.ssl.socketFactory", new NamedTls(tls.getSocketFactory(), mailbox.host(), socket::set));
        properties.put("mail.imap.ssl.enable", String.valueOf(mailbox.encryption() == Encryption.TLS));
        boolean startTls = mailbox.encryption() == Encryption.STARTTLS;
        properties.put("mail.imap.starttls.enable", String.valueOf(startTls));
        properties.put("mail.imap.starttls.required", String.valueOf(startTls));
        return properties;
    }
}
