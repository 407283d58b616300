package org.postroom.outbound.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.signing.SignMail;
import org.postroom.outbound.signing.Signing;
import org.postroom.outbound.waiting.Progress;
import org.postroom.outbound.waiting.Work;

/** Signs a composed reply and puts it into the ledger, once. */
public final class QueueReply implements Work<ComposedReply> {

    private static final String NOT_AUTHORISED = "5.7.1";

    private final Ledger ledger;
    private final SignMail signing;
    private final SignedMails mails;
    private final DeliveryAnnouncer announcer;
    private final Duration patience;
    private final Clock clock;

    /**
     * Takes what queueing works with.
     *
     * @param patience how long to wait for news of the domain
     */
    public QueueReply(
            Ledger ledger,
            SignMail signing,
            SignedMails mails,
            DeliveryAnnouncer announcer,
            Duration patience,
            Clock clock) {
        this.ledger = ledger;
        this.signing = signing;
        this.mails = mails;
        this.announcer = announcer;
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
            return switch (signing.sign(reply.organisationId(), reply.from().domain(), unsigned)) {
                case Signing.Signed signed -> add(reply, signed, now);
                case Signing.Unknown(String reason)
                when now.isBefore(since.plus(patience)) -> new Progress.Expecting(reason);
                case Signing.Unknown(String reason) -> refuse(reply, reason, now);
            };
        } catch (IOException unreachable) {
            throw new UncheckedIOException("expected the message store to have the composed mail", unreachable);
        }
    }

    private Progress add(ComposedReply reply, Signing.Signed signed, Instant now) throws IOException {
        String key = mails.store(reply.organisationId(), signed.mail());
        var outgoing = new OutgoingReply(
                reply.organisationId(),
                reply.replyId(),
                reply.interactionId(),
                reply.messageId(),
                reply.envelopeSender(),
                key,
                signed.selectors(),
                now);
        ledger.add(outgoing, reply.recipients());
        return new Progress.Settled();
    }

    private Progress refuse(ComposedReply reply, String reason, Instant now) {
        List<String> visible = reply.recipients().stream()
                .filter(Addressee::visible)
                .map(recipient -> recipient.mailbox().address().value())
                .toList();
        ledger.addRefused(reply.organisationId(), reply.replyId(), reply.interactionId(), now);
        announcer.failed(
                reply.organisationId(),
                reply.replyId(),
                reply.interactionId(),
                new Verdict.Failed(visible, NOT_AUTHORISED, reason),
                now);
        return new Progress.Settled();
    }
}
