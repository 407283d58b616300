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
import org.postroom.outbound.stage.NotYetKnownException;

/** Signs a composed reply and puts it into the ledger, once. */
public final class QueueReply {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NOT_AUTHORISED = "5.7.1";

    private final Ledger ledger;
    private final SignMail signing;
    private final SignedMails mails;
    private final DeliveryAnnouncer announcer;
    private final Clock clock;

    /** Takes what queueing works with. */
    public QueueReply(Ledger ledger, SignMail signing, SignedMails mails, DeliveryAnnouncer announcer, Clock clock) {
        this.ledger = ledger;
        this.signing = signing;
        this.mails = mails;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * Queues a reply unless it was queued before. The caller provides the transaction.
     *
     * <p>News of the domain comes by another topic. Where it is not here within a minute of composing, the organisation
     * has no such domain.
     *
     * @throws NotYetKnownException where the caller should try again
     */
    public void queue(ComposedReply reply) {
        if (ledger.knows(reply.organisationId(), reply.replyId())) {
            return;
        }
        Instant now = clock.instant();
        try {
            var unsigned = mails.read(reply.organisationId(), reply.mailKey());
            switch (signing.sign(reply.organisationId(), reply.from().domain(), unsigned)) {
                case Signing.Signed signed -> add(reply, signed, now);
                case Signing.Refused(String reason) -> refuse(reply, reason, now);
                case Signing.Unknown(String reason) -> refuseOrWait(reply, reason, now);
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException("expected the message store to have the composed mail", unreachable);
        }
    }

    private void add(ComposedReply reply, Signing.Signed signed, Instant now) throws IOException {
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
    }

    private void refuseOrWait(ComposedReply reply, String reason, Instant now) {
        if (now.isBefore(reply.composedAt().plus(PATIENCE))) {
            throw new NotYetKnownException(reason);
        }
        refuse(reply, reason, now);
    }

    private void refuse(ComposedReply reply, String reason, Instant now) {
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
    }
}
