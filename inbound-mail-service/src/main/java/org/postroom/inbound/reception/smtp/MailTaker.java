package org.postroom.inbound.reception.smtp;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Envelope;
import org.postroom.inbound.reception.IncomingMail;
import org.postroom.inbound.reception.Reception;
import org.postroom.inbound.reception.ReceptionOutcome;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Reply;
import org.postroom.runtime.id.IdSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the mail of a transaction, whether it comes whole behind DATA or in pieces behind BDAT. */
final class MailTaker {

    private static final Logger LOG = LoggerFactory.getLogger(MailTaker.class);

    private final Reception reception;
    private final IdSource ids;
    private final SmtpMetrics metrics;
    private final ObservationRegistry observations;

    MailTaker(Reception reception, IdSource ids, SmtpMetrics metrics, ObservationRegistry observations) {
        this.reception = reception;
        this.ids = ids;
        this.metrics = metrics;
        this.observations = observations;
    }

    /** Begins to take the session's mail; where that cannot be, the transaction ends, and the answer says why. */
    Optional<Reply> begin(InboundSession session) {
        Envelope envelope = session.envelope(ids.next());
        try {
            Optional<IncomingMail> mail = reception.begin(envelope);
            mail.ifPresent(session::begin);
            return mail.isPresent() ? Optional.empty() : Optional.of(refuse(session, Refusal.NO_MEMORY));
        } catch (IOException broken) {
            LOG.atWarn()
                    .addKeyValue("transactionId", envelope.transactionId())
                    .setCause(broken)
                    .log("The message store takes no message");
            return Optional.of(refuse(session, Refusal.STORE_UNAVAILABLE));
        }
    }

    /** The session's mail is complete; the transaction ends, whatever becomes of it. */
    Reply end(InboundSession session) {
        Reply reply = finish(Objects.requireNonNull(session.incoming()));
        session.endMail();
        return reply;
    }

    /**
     * A chunk is complete.
     *
     * @param refusal why nothing of it was taken; null where it was
     */
    Reply end(InboundSession session, Chunk chunk, @Nullable Reply refusal) {
        @Nullable IncomingMail mail = session.incoming();
        if (refusal != null || mail == null) {
            return refusal != null ? refusal : Replies.MAIL_FIRST;
        }
        if (chunk.isLast()) {
            return end(session);
        }
        return mail.refusal()
                .map(why -> refuse(session, why))
                .orElseGet(() -> new Reply(250, "2.0.0", chunk.size() + " octets taken"));
    }

    private Reply refuse(InboundSession session, Refusal why) {
        metrics.mailRefused(why);
        session.endMail();
        return why.reply();
    }

    private Reply finish(IncomingMail mail) {
        ReceptionOutcome outcome =
                Objects.requireNonNull(Observation.createNotStarted("postroom.inbound.mail", observations)
                        .observe(() -> outcome(mail)));
        return switch (outcome) {
            case ReceptionOutcome.Accepted accepted -> {
                metrics.mailAccepted();
                accepted.emailIds()
                        .forEach(id -> LOG.atInfo().addKeyValue("emailId", id).log("Accepted a mail"));
                yield accepted.reply();
            }
            case ReceptionOutcome.Refused refused -> {
                metrics.mailRefused(refused.refusal());
                yield refused.refusal().reply();
            }
        };
    }

    private ReceptionOutcome outcome(IncomingMail mail) {
        try {
            return reception.accept(mail);
        } catch (RuntimeException unforeseen) {
            LOG.atError().setCause(unforeseen).log("A mail could not be processed");
            return new ReceptionOutcome.Refused(Refusal.UNFORESEEN);
        }
    }
}
