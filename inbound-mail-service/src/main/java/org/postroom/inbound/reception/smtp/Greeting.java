package org.postroom.inbound.reception.smtp;

import java.util.Optional;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.ConnectHandler;
import org.postroom.inbound.reception.Reply;

/** Greets a client, or sends it away where too many are here. */
final class Greeting implements ConnectHandler<InboundSession> {

    private final Sessions sessions;
    private final Reply welcome;

    Greeting(Sessions sessions, SmtpSettings settings) {
        this.sessions = sessions;
        this.welcome = new Reply(220, "", settings.announcedName() + " ESMTP Postroom");
    }

    @Override
    public Response onConnect(InboundSession session) {
        Optional<Reply> refusal = sessions.admit(session);
        return refusal.map(Replies::last).orElseGet(() -> Replies.response(welcome));
    }
}
