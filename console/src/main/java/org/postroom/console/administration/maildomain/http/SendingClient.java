package org.postroom.console.administration.maildomain.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroom.console.administration.maildomain.DkimKey;
import org.postroom.console.administration.maildomain.HeldReply;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** What outbound-mail-service keeps of domains: their keys, the servers that they may send through, what it holds back. */
@Component
class SendingClient {

    private static final ParameterizedTypeReference<List<DkimKey>> KEYS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<HeldReply>> HELD = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<Server>> SERVERS = new ParameterizedTypeReference<>() {};

    private final ServiceClient outbound;

    SendingClient(@Qualifier("outboundService") ServiceClient outbound) {
        this.outbound = outbound;
    }

    /** The keys; none where outbound-mail-service has not heard of the domain yet. */
    List<DkimKey> keys(String domainId) {
        try {
            return outbound.list(KEYS, "/api/domains/{id}/dkim-keys?limit=1000", domainId);
        } catch (NotFoundException notYet) {
            return List.of();
        }
    }

    Answer<Boolean> rotate(String domainId) {
        return outbound.ask(HttpMethod.POST, null, "/api/domains/{id}/dkim-rotations", domainId);
    }

    /** The organisation's replies that wait because they may not leave, the oldest first. */
    List<HeldReply> held(int limit) {
        return outbound.list(HELD, "/api/held-replies?limit={limit}", limit);
    }

    /** The names of the organisation's own servers, by identifier. */
    Map<String, String> servers() {
        Map<String, String> names = new LinkedHashMap<>();
        outbound.list(SERVERS, "/api/smtp-servers").forEach(server -> names.put(server.id(), server.name()));
        return names;
    }

    private record Server(String id, String name) {}
}
