package org.postroom.inbound.reception.smtp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/** DATA (RFC 5321, section 4.1.1.4): the content follows. */
final class DataVerb extends Verb {

    private final MailTaker taker;

    DataVerb(MailTaker taker) {
        super("DATA");
        this.taker = taker;
    }

    /** The store is begun to be written to, once there is room for the mail in memory. */
    @Override
    boolean mayBlock() {
        return true;
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        if (argument != null) {
            return Replies.NO_ARGUMENT_EXPECTED;
        }
        if (!session.isInTransaction()) {
            return Replies.MAIL_FIRST;
        }
        if (session.incoming() != null) {
            return Replies.NO_DATA_AFTER_CHUNKS;
        }
        if (session.recipientCount() == 0) {
            return Replies.NO_RECIPIENT;
        }
        Optional<Reply> refusal = taker.begin(session);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        session.expectContent();
        return Replies.SEND_CONTENT;
    }
}
