package org.postroom.console.desk.http;

import org.jspecify.annotations.Nullable;
import org.postroom.console.desk.ReplyDraft;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.problem.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Passes an agent's reply on to outbound-mail-service. */
@Component
class OutboundClient {

    private static final Logger LOG = LoggerFactory.getLogger(OutboundClient.class);

    private final ServiceClient outbound;

    OutboundClient(@Qualifier("outboundService") ServiceClient outbound) {
        this.outbound = outbound;
    }

    /**
     * Asks for a reply.
     *
     * @param form identifies the form that was sent, so that the same one sent twice is one reply
     */
    Answer<Boolean> reply(String interactionId, Reply reply, String form) {
        return outbound.repeatable(form).ask(HttpMethod.POST, reply, "/api/interactions/{id}/replies", interactionId);
    }

    /** What a reply begins with; nothing where the service cannot say, for the agent can write without it. */
    ReplyDraft draft(String interactionId) {
        try {
            Answer<ReplyDraft> answer = outbound.send(
                    HttpMethod.GET, ReplyDraft.class, null, "/api/interactions/{id}/draft", interactionId);
            return answer.fold(draft -> draft, refused -> ReplyDraft.none());
        } catch (NotFoundException | UnavailableException unknown) {
            LOG.atWarn()
                    .setCause(unknown)
                    .addKeyValue("interactionId", interactionId)
                    .log("A reply begins without what outbound-mail-service knows of it");
            return ReplyDraft.none();
        }
    }

    /** The agent's part of a reply; the rest is the address's configuration. */
    record Reply(
            String subject,
            String text,
            String html,
            @Nullable Boolean includeHistory) {}
}
