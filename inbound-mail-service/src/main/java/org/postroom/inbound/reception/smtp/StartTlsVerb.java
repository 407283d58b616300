package org.postroom.inbound.reception.smtp;

import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPStartTlsResponse;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/** STARTTLS (RFC 3207): what follows is encrypted, and what was said before is forgotten. */
final class StartTlsVerb extends Verb {

    StartTlsVerb() {
        super("STARTTLS");
    }

    @Override
    public Response onCommand(InboundSession session, Request request) {
        @Nullable String argument = request.getArgument();
        Reply reply = answer(session, argument == null || argument.isBlank() ? null : argument);
        return reply.equals(Replies.START_TLS)
                ? new SMTPStartTlsResponse(String.valueOf(reply.code()), reply.line())
                : Replies.response(reply);
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        if (!session.isStartTLSSupported()) {
            return Replies.NOT_IMPLEMENTED;
        }
        if (!session.isGreeted()) {
            return Replies.GREETING_FIRST;
        }
        if (session.isTLSStarted()) {
            return Replies.TLS_STARTED;
        }
        return argument == null ? Replies.START_TLS : Replies.NO_ARGUMENT_EXPECTED;
    }
}
