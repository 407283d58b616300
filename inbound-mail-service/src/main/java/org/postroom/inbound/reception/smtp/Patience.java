package org.postroom.inbound.reception.smtp;

import java.util.Optional;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.api.handler.ProtocolHandler;
import org.apache.james.protocols.api.handler.ProtocolHandlerResultHandler;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Refusal;

/** Ends a session that only makes errors, or only passes the time. */
final class Patience implements ProtocolHandlerResultHandler<Response, InboundSession> {

    private static final char PERMANENT = '5';

    private final SmtpSettings settings;
    private final SmtpMetrics metrics;

    Patience(SmtpSettings settings, SmtpMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    /**
     * Called by the library twice for each command: by its verb, and by the reader of its line.
     *
     * @param response null where the answer comes later
     */
    @Override
    public @Nullable Response onResponse(
            ProtocolSession session, @Nullable Response response, long executionTime, ProtocolHandler handler) {
        return response != null && handler instanceof LineHandler<?> && session instanceof InboundSession inbound
                ? judge(inbound, response)
                : response;
    }

    /** The answer itself, or the one that ends the session. */
    Response judge(InboundSession session, Response response) {
        Optional<Refusal> exhausted = exhausted(session, response.getRetCode().charAt(0) == PERMANENT);
        exhausted.ifPresent(metrics::dismissed);
        return exhausted.map(refusal -> Replies.last(refusal.reply())).orElse(response);
    }

    private Optional<Refusal> exhausted(InboundSession session, boolean error) {
        if (session.countCommand() > settings.maximumIdleCommands() + settings.maximumRecipients()) {
            return Optional.of(Refusal.TOO_MANY_COMMANDS);
        }
        if (!session.isGreeted()
                && session.countBeforeGreeting() > settings.limits().commandsBeforeGreeting()) {
            return Optional.of(Refusal.NO_GREETING);
        }
        if (session.unknownCommands() > settings.limits().unknownCommands()) {
            return Optional.of(Refusal.TOO_MANY_UNKNOWN_COMMANDS);
        }
        return error && session.countError() >= settings.maximumErrors()
                ? Optional.of(Refusal.TOO_MANY_ERRORS)
                : Optional.empty();
    }
}
