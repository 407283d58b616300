package org.postroom.console.desk.http;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Passes an agent's commands on to routing, which answers later, by events. */
@Component
class RoutingClient {

    private final ServiceClient routing;

    RoutingClient(@Qualifier("routingService") ServiceClient routing) {
        this.routing = routing;
    }

    /** Says whether the agent takes work, by the name of a status. */
    Answer<Boolean> changeStatus(String status) {
        return routing.ask(HttpMethod.PUT, Map.of("status", status), "/api/agents/me/status");
    }

    /**
     * Ends an interaction without a reply.
     *
     * @param wrapUpCode how it ended; blank for none
     * @param afterCallWork true where the agent wishes for after-call work
     */
    Answer<Boolean> close(String interactionId, String wrapUpCode, boolean afterCallWork) {
        return routing.ask(
                HttpMethod.POST,
                new Closing(wrapUpCode.isBlank() ? null : wrapUpCode, afterCallWork),
                "/api/interactions/{id}/close",
                interactionId);
    }

    /**
     * Ends after-call work.
     *
     * @param wrapUpCode how the interaction ended; blank to leave it at what was said before
     */
    Answer<Boolean> wrapUp(String interactionId, String wrapUpCode) {
        return routing.ask(
                HttpMethod.POST,
                new WrappedUp(wrapUpCode.isBlank() ? null : wrapUpCode),
                "/api/interactions/{id}/wrap-up",
                interactionId);
    }

    /** Puts an interaction away until a moment, at the latest. */
    Answer<Boolean> park(String interactionId, Instant until) {
        return routing.ask(HttpMethod.POST, Map.of("until", until), "/api/interactions/{id}/park", interactionId);
    }

    /**
     * Gives an interaction away.
     *
     * @param queueId blank where an agent is named
     * @param agentId blank where a queue is named
     * @param note for whoever gets it; blank for none
     */
    Answer<Boolean> transfer(String interactionId, String queueId, String agentId, String note) {
        return routing.ask(
                HttpMethod.POST,
                Map.of("queueId", queueId, "agentId", agentId, "note", note),
                "/api/interactions/{id}/transfer",
                interactionId);
    }

    /** Writes a note on an interaction, for colleagues. */
    Answer<Boolean> note(String interactionId, String text) {
        return routing.ask(HttpMethod.POST, Map.of("text", text), "/api/interactions/{id}/notes", interactionId);
    }

    private record Closing(@Nullable String wrapUpCode, boolean afterCallWork) {}

    private record WrappedUp(@Nullable String wrapUpCode) {}

    /** Asks that a conversation becomes part of another one. */
    Answer<Boolean> merge(String conversationId, String into) {
        return routing.ask(HttpMethod.POST, Map.of("into", into), "/api/conversations/{id}/merge", conversationId);
    }

    /** Asks that a conversation stands by itself again. */
    Answer<Boolean> part(String conversationId) {
        return routing.ask(HttpMethod.POST, null, "/api/conversations/{id}/part", conversationId);
    }

    /** Asks that a mail is moved to another conversation, or to one of its own where none is named. */
    Answer<Boolean> move(String conversationId, String emailId, String into) {
        return routing.ask(
                HttpMethod.POST,
                Map.of("into", into),
                "/api/conversations/{id}/emails/{email}/move",
                conversationId,
                emailId);
    }

    /** Asks for an action on an interaction that needs no more words: accept, decline or resume. */
    Answer<Boolean> ask(String interactionId, String action) {
        return routing.ask(HttpMethod.POST, null, "/api/interactions/{id}/{action}", interactionId, action);
    }
}
