package org.postroom.inbound.reception.smtp;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Envelope;
import org.postroom.inbound.reception.Reception;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Reply;
import org.postroom.runtime.id.IdSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DATA (RFC 5321, section 4.1.1.4): the content follows. */
final class DataVerb extends Verb {

    private static final Logger LOG = LoggerFactory.getLogger(DataVerb.class);

    private final Reception reception;
    private final IdSource ids;
    private final SmtpMetrics metrics;

    DataVerb(Reception reception, IdSource ids, SmtpMetrics metrics) {
        super("DATA");
        this.reception = reception;
        this.ids = ids;
        this.metrics = metrics;
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        if (argument != null) {
            return Replies.NO_ARGUMENT_EXPECTED;
        }
        if (!session.isInTransaction()) {
            return Replies.MAIL_FIRST;
        }
        if (session.recipientCount() == 0) {
            return Replies.NO_RECIPIENT;
        }
        Envelope envelope = session.envelope(ids.next());
        try {
            session.expectContent(reception.begin(envelope));
            return Replies.SEND_CONTENT;
        } catch (IOException broken) {
            LOG.atWarn()
                    .addKeyValue("transactionId", envelope.transactionId())
                    .setCause(broken)
                    .log("The message store takes no message");
            metrics.mailRefused(Refusal.STORE_UNAVAILABLE);
            session.resetState();
            return Refusal.STORE_UNAVAILABLE.reply();
        }
    }
}
