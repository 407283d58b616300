package org.postroom.inbound.reception.smtp;

import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/** QUIT (RFC 5321, section 4.1.1.10). */
final class QuitVerb extends Verb {

    QuitVerb() {
        super("QUIT");
    }

    @Override
    public Response onCommand(InboundSession session, Request request) {
        return Replies.last(answer(session, null));
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        return Replies.BYE;
    }
}
