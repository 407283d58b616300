package org.postroom.console.desk.http;

import org.jspecify.annotations.Nullable;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Passes an agent's reply on to outbound-mail-service. */
@Component
class OutboundClient {

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

    /** The agent's part of a reply; the rest is the address's configuration. */
    record Reply(
            String subject,
            String text,
            String html,
            @Nullable Boolean includeHistory) {}
}
