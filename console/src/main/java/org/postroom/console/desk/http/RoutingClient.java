package org.postroom.console.desk.http;

import java.util.Map;
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

    Answer<Boolean> changeStatus(boolean onQueue) {
        return routing.ask(
                HttpMethod.PUT, Map.of("status", onQueue ? "ON_QUEUE" : "OFF_QUEUE"), "/api/agents/me/status");
    }

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

    /** Asks for an action on an interaction: accept, decline or close. */
    Answer<Boolean> ask(String interactionId, String action) {
        return routing.ask(HttpMethod.POST, null, "/api/interactions/{id}/{action}", interactionId, action);
    }
}
