package org.postroom.inbound.reception.smtp;

import io.netty.util.NetUtil;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPConfiguration;
import org.apache.james.protocols.smtp.SMTPSessionImpl;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.AcceptedRecipient;
import org.postroom.inbound.reception.Envelope;
import org.postroom.inbound.reception.EnvelopeSender;
import org.postroom.inbound.reception.IncomingMail;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Reply;
import org.postroom.inbound.reception.Stopwatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of one connection. Everything here happens on the session's own thread.
 *
 * <pre>
 *   connected ──EHLO──▶ greeted ──MAIL──▶ in transaction ──DATA──▶ taking content ──end──▶ greeted
 * </pre>
 */
final class InboundSession extends SMTPSessionImpl {

    private static final Logger LOG = LoggerFactory.getLogger(InboundSession.class);

    private final SessionTransport transport;
    private final Executor thread;
    private String clientName = "";
    private boolean extended;
    private @Nullable EnvelopeSender sender;
    private boolean international;
    private long announcedSize;
    private final List<AcceptedRecipient> recipients = new ArrayList<>();
    private List<String> marksOfConnection = List.of();
    private List<String> marksOfGreeting = List.of();
    private final Set<String> marksOfTransaction = new LinkedHashSet<>();
    private @Nullable IncomingMail incoming;
    private @Nullable Chunk chunk;
    private @Nullable Reply refusalOfChunk;
    private final Stopwatch stopwatch;
    private int commands;
    private int commandsBeforeGreeting;
    private int unknownCommands;
    private int errors;
    private boolean leaving;

    InboundSession(SessionTransport transport, SMTPConfiguration configuration, Executor thread, Stopwatch stopwatch) {
        super(transport, configuration);
        this.transport = transport;
        this.thread = thread;
        this.stopwatch = stopwatch;
    }

    /** How long it has taken so far. */
    Stopwatch stopwatch() {
        return stopwatch;
    }

    /** What the library says where it cannot go on. */
    @Override
    public Response newFatalErrorResponse() {
        return Replies.response(Refusal.UNFORESEEN.reply());
    }

    /** Commands may hold addresses in UTF-8 (RFC 6531, section 3.3). */
    @Override
    public Charset getCharset() {
        return StandardCharsets.UTF_8;
    }

    /** The network address of the client; an IPv6 address in its short form (RFC 5952). */
    String clientAddress() {
        return NetUtil.toAddressString(getRemoteAddress().getAddress());
    }

    /** The client was let in, with these marks. */
    void connectedWith(List<String> marks) {
        marksOfConnection = marks;
    }

    /** The client named itself, which also ends any transaction. */
    void greetedBy(String name, boolean withExtensions, List<String> marks) {
        resetState();
        clientName = name;
        extended = withExtensions;
        marksOfGreeting = marks;
    }

    /** Forgets what was said in the clear (RFC 3207, section 4.2). */
    void startOver() {
        greetedBy("", false, List.of());
    }

    boolean isGreeted() {
        return !clientName.isEmpty();
    }

    boolean isInTransaction() {
        return sender != null;
    }

    /** True where the transaction's addresses may be other than ASCII. */
    boolean isInternational() {
        return international;
    }

    void begin(EnvelopeSender newSender, boolean isInternational, long size, List<String> marks) {
        sender = newSender;
        announcedSize = size;
        international = isInternational;
        marksOfTransaction.addAll(marks);
    }

    /** The sender of the transaction; there must be one. */
    EnvelopeSender presentSender() {
        return Objects.requireNonNull(sender);
    }

    /** The size that MAIL announced, in octets; 0 where it did not. */
    long announcedSize() {
        return announcedSize;
    }

    int recipientCount() {
        return recipients.size();
    }

    /** Adds a recipient, unless its address has been given already. */
    void add(AcceptedRecipient recipient, List<String> marks) {
        marksOfTransaction.addAll(marks);
        if (recipients.stream().noneMatch(known -> known.addressId().equals(recipient.addressId()))) {
            recipients.add(recipient);
        }
    }

    Envelope envelope(String transactionId) {
        List<String> marks = Stream.of(marksOfConnection, marksOfGreeting, marksOfTransaction)
                .flatMap(Collection::stream)
                .toList();
        return new Envelope(transactionId, client(), presentSender(), recipients, marks);
    }

    /** Who delivers. */
    Envelope.Client client() {
        return clientNamed(clientName, extended);
    }

    /** Who delivers, once it is greeted by that name. */
    Envelope.Client clientNamed(String name, boolean withExtensions) {
        String protocol =
                (international ? "UTF8SMTP" : withExtensions ? "ESMTP" : "SMTP") + (isTLSStarted() ? "S" : "");
        return new Envelope.Client(clientAddress(), name, protocol);
    }

    /** The content of this mail is to come. */
    void begin(IncomingMail mail) {
        incoming = mail;
        stopwatch.contentBegins(System.nanoTime());
    }

    /** From the next byte on the client sends the mail's content, up to its end. */
    void expectContent() {
        transport.framing().expectContent();
    }

    /**
     * From the next byte on the client sends a chunk.
     *
     * @param refusal why nothing of it is taken; null where it is
     */
    void expectChunk(Chunk announced, @Nullable Reply refusal) {
        chunk = announced;
        refusalOfChunk = refusal;
        transport.framing().expectChunk(announced.size());
    }

    /** The chunk that is coming in; null where content comes by DATA. */
    @Nullable
    Chunk chunk() {
        return chunk;
    }

    /** Why nothing of the chunk is taken; null where it is. */
    @Nullable
    Reply refusalOfChunk() {
        return refusalOfChunk;
    }

    /** The chunk that was coming in is complete. */
    void endChunk() {
        chunk = null;
        refusalOfChunk = null;
    }

    /** The mail whose content is coming in; null where none is. */
    @Nullable
    IncomingMail incoming() {
        return incoming;
    }

    /** A mail came to its end, whatever became of it. */
    void endMail() {
        commands = 0;
        resetState();
    }

    /** Counts a command since the last mail. */
    int countCommand() {
        return ++commands;
    }

    /** Counts a command before the client has named itself. */
    int countBeforeGreeting() {
        return ++commandsBeforeGreeting;
    }

    /** Counts a command that is none. */
    void countUnknown() {
        unknownCommands++;
    }

    /** How many commands were none. */
    int unknownCommands() {
        return unknownCommands;
    }

    /** Counts an error in this connection. */
    int countError() {
        return ++errors;
    }

    /** Ends the transaction; content that was coming in is discarded. */
    @Override
    public void resetState() {
        super.resetState();
        sender = null;
        international = false;
        recipients.clear();
        marksOfTransaction.clear();
        if (incoming != null) {
            incoming.close();
            incoming = null;
            stopwatch.contentEnds();
            transport.endMail();
        }
    }

    /** Says an answer that the library does not write by itself. */
    void say(Response response) {
        if (transport.isOpen()) {
            transport.writeResponse(response, this);
        }
    }

    /** Asks the client to leave: now, or once the mail that is coming in has been answered. */
    void askToLeave() {
        try {
            thread.execute(() -> {
                leaving = true;
                leaveIfAsked();
            });
        } catch (RejectedExecutionException gone) {
            LOG.debug("A client left before it was asked to", gone);
        }
    }

    /** Ends the connection where that was asked for and no mail is coming in. */
    void leaveIfAsked() {
        if (leaving && incoming == null) {
            say(Replies.last(Replies.SHUTTING_DOWN));
        }
    }

    /** Cuts the connection. */
    void cut() {
        transport.cut();
    }
}
