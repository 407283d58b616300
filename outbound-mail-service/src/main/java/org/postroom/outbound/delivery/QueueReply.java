package org.postroom.outbound.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.postroom.mail.ThreadTokens;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.signing.Outgoing;
import org.postroom.outbound.signing.SignMail;
import org.postroom.outbound.signing.Signing;
import org.postroom.outbound.waiting.Progress;
import org.postroom.outbound.waiting.Work;

/** Signs a composed reply and puts it into the ledger, once. */
public final class QueueReply implements Work<ComposedReply> {

    private static final String NOT_AUTHORISED = "5.7.1";
    private static final String TIME_RAN_OUT = "5.4.7";

    private final Ledger ledger;
    private final SignMail signing;
    private final SignedMails mails;
    private final DeliveryPublisher publisher;
    private final OwnServers servers;
    private final Patience patience;
    private final Clock clock;

    /**
     * Takes what queueing works with.
     *
     * @param servers the organisations' own servers
     * @param patience how long to wait
     */
    public QueueReply(
            Ledger ledger,
            SignMail signing,
            SignedMails mails,
            DeliveryPublisher publisher,
            OwnServers servers,
            Patience patience,
            Clock clock) {
        this.ledger = ledger;
        this.signing = signing;
        this.mails = mails;
        this.publisher = publisher;
        this.servers = servers;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Queues a reply unless it was queued before.
     *
     * <p>News of the domain comes by another topic. Where it is not here in time, the organisation has no such domain, or
     * has never proven it.
     */
    @Override
    public Progress advance(ComposedReply reply, Instant since) {
        if (ledger.knows(reply.organisationId(), reply.replyId())) {
            return new Progress.Settled();
        }
        Instant now = clock.instant();
        try {
            var unsigned = mails.read(reply.organisationId(), reply.mailKey());
            var outgoing = new Outgoing(
                    reply.from(), reply.envelopeSender(), unsigned, ThreadTokens.inMessageId(reply.messageId()));
            return switch (signing.sign(reply.organisationId(), outgoing)) {
                case Signing.Signed signed -> add(reply, signed, since, now);
                case Signing.Held(String reason) -> hold(reply, reason, since, now);
                case Signing.Refused(String reason) -> refuse(reply, NOT_AUTHORISED, reason, now);
                case Signing.Unknown(String reason)
                when now.isBefore(since.plus(patience.forNews())) -> new Progress.Expecting(reason);
                case Signing.Unknown(String reason) -> refuse(reply, NOT_AUTHORISED, reason, now);
                case Signing.Gone _ -> new Progress.Settled();
            };
        } catch (IOException unreachable) {
            throw new UncheckedIOException("expected the message store to have the composed mail", unreachable);
        }
    }

    @Override
    public void held(ComposedReply reply, Progress.Held held, Instant nextTurn) {
        publisher.held(
                reply.organisationId(),
                reply.replyId(),
                reply.interactionId(),
                held.reason(),
                nextTurn,
                clock.instant());
    }

    private Progress add(ComposedReply reply, Signing.Signed signed, Instant since, Instant now) throws IOException {
        String server = signed.smtpServerId();
        if (server != null && !servers.has(reply.organisationId(), server)) {
            return hold(
                    reply,
                    "expected the SMTP server that the domain's mail leaves through, but it is gone",
                    since,
                    now);
        }
        String key = mails.store(reply.organisationId(), signed.mail());
        var outgoing = new OutgoingReply(
                reply.organisationId(),
                reply.replyId(),
                reply.interactionId(),
                reply.messageId(),
                signed.envelopeSender(),
                key,
                signed.selectors(),
                signed.domainId(),
                server,
                now);
        ledger.add(outgoing, reply.recipients());
        return new Progress.Settled();
    }

    private Progress hold(ComposedReply reply, String reason, Instant since, Instant now) {
        return now.isBefore(since.plus(patience.forChange()))
                ? new Progress.Held(reason)
                : refuse(reply, TIME_RAN_OUT, "it was held for too long; the last reason: " + reason, now);
    }

    private Progress refuse(ComposedReply reply, String enhancedStatus, String reason, Instant now) {
        List<String> visible = reply.recipients().stream()
                .filter(Addressee::visible)
                .map(recipient -> recipient.mailbox().address().value())
                .toList();
        ledger.addRefused(reply.organisationId(), reply.replyId(), reply.interactionId(), now);
        publisher.failed(
                reply.organisationId(),
                reply.replyId(),
                reply.interactionId(),
                new Verdict.Failed(visible, enhancedStatus, reason),
                now);
        return new Progress.Settled();
    }

    /**
     * How long a reply waits.
     *
     * @param forNews for what another topic should bring
     * @param forChange for a domain, a server or an organisation that may not send at present
     */
    public record Patience(Duration forNews, Duration forChange) {}
}
