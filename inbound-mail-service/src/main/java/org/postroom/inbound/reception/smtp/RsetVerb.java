package org.postroom.inbound.reception.smtp;

import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/** RSET (RFC 5321, section 4.1.1.5): the transaction is forgotten, with whatever came in of its mail. */
final class RsetVerb extends Verb {

    RsetVerb() {
        super("RSET");
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        if (argument != null) {
            return Replies.NO_ARGUMENT_EXPECTED;
        }
        session.resetState();
        return Replies.OK;
    }
}
