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

    /** Asks for an action on an interaction: accept, decline or close. */
    Answer<Boolean> ask(String interactionId, String action) {
        return routing.ask(HttpMethod.POST, null, "/api/interactions/{id}/{action}", interactionId, action);
    }
}
