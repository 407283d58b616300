package org.postroom.inbound.reception.smtp;

import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.api.handler.ProtocolHandler;
import org.apache.james.protocols.api.handler.ProtocolHandlerResultHandler;
import org.postroom.inbound.reception.Reply;

/** Ends a session that only makes errors, or only passes the time. */
final class Patience implements ProtocolHandlerResultHandler<Response, InboundSession> {

    private static final char PERMANENT = '5';

    private final SmtpSettings settings;

    Patience(SmtpSettings settings) {
        this.settings = settings;
    }

    /** Called by the library twice for each command: by its verb, and by the reader of its line. */
    @Override
    public Response onResponse(
            ProtocolSession session, Response response, long executionTime, ProtocolHandler handler) {
        return handler instanceof LineHandler<?> && session instanceof InboundSession inbound
                ? judge(inbound, response)
                : response;
    }

    /** The answer itself, or the one that ends the session. */
    Response judge(InboundSession session, Response response) {
        boolean error = response.getRetCode().charAt(0) == PERMANENT;
        if (session.countCommand() > settings.maximumIdleCommands() + settings.maximumRecipients()) {
            return last(Replies.TOO_MANY_COMMANDS);
        }
        return error && session.countError() >= settings.maximumErrors() ? last(Replies.TOO_MANY_ERRORS) : response;
    }

    private static Response last(Reply reply) {
        return Replies.last(reply);
    }
}
