package org.postroom.inbound.reception.smtp;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.ConnectHandler;
import org.postroom.inbound.reception.CheckChain;
import org.postroom.inbound.reception.Facts;
import org.postroom.inbound.reception.Findings;
import org.postroom.inbound.reception.Reply;

/** Greets a client, or sends it away where we are closing or a check refuses it. */
final class Greeting implements ConnectHandler<InboundSession> {

    private final Sessions sessions;
    private final CheckChain<Facts.Connection> checks;
    private final Reply welcome;

    Greeting(Sessions sessions, CheckChain<Facts.Connection> checks, SmtpSettings settings) {
        this.sessions = sessions;
        this.checks = checks;
        this.welcome = new Reply(220, "", settings.announcedName() + " ESMTP Postroom");
    }

    /** True where greeting a client may take more than a look at what is in memory. */
    boolean mayBlock() {
        return checks.mayBlock();
    }

    @Override
    public Response onConnect(InboundSession session) {
        Facts.Connection facts = sessions.enter(session);
        if (sessions.isClosing()) {
            return Replies.last(Replies.SHUTTING_DOWN);
        }
        Findings findings = checks.ask(facts);
        session.connectedWith(findings.marks());
        return findings.refusal()
                .map(refusal -> Replies.last(refusal.reply()))
                .orElseGet(() -> Replies.response(welcome));
    }
}
