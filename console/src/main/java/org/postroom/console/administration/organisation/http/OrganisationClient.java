package org.postroom.console.administration.organisation.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postroom.console.administration.organisation.OrganisationEntry;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The organisations as domain-service keeps them. */
@Component
class OrganisationClient {

    private static final String API = "/api/organisations";
    private static final String ONE = API + "/{id}";

    private static final ParameterizedTypeReference<List<OrganisationEntry>> ORGANISATIONS =
            new ParameterizedTypeReference<>() {};

    private final ServiceClient domainService;

    OrganisationClient(@Qualifier("domainService") ServiceClient domainService) {
        this.domainService = domainService;
    }

    /**
     * A part of the organisations, in the order of their names.
     *
     * @param after only those behind the one with this identifier; empty from the beginning
     */
    List<OrganisationEntry> some(String after, int limit) {
        return after.isEmpty()
                ? domainService.list(ORGANISATIONS, API + "?limit={limit}", limit)
                : domainService.list(ORGANISATIONS, API + "?limit={limit}&after={after}", limit, after);
    }

    OrganisationEntry get(String id) {
        return domainService.get(OrganisationEntry.class, ONE, id);
    }

    Answer<Boolean> save(String id, OrganisationForm form) {
        return domainService.ask(HttpMethod.PUT, form.wish(), ONE, id);
    }

    Answer<Boolean> suspend(String id, String reason) {
        return domainService.ask(HttpMethod.POST, Map.of("reason", reason), ONE + "/suspension", id);
    }

    Answer<Boolean> resume(String id) {
        return domainService.ask(HttpMethod.DELETE, null, ONE + "/suspension", id);
    }

    Removal removal(String id) {
        return domainService.get(Removal.class, ONE + "/removal", id);
    }

    Answer<Boolean> remove(String id, String accountName, boolean despiteOpenInteractions) {
        return domainService.ask(
                HttpMethod.DELETE,
                null,
                ONE + "?accountName={accountName}&despiteOpenInteractions={despite}",
                id,
                accountName,
                despiteOpenInteractions);
    }

    /**
     * What goes with an organisation.
     *
     * @param counts how many of each kind of thing
     * @param openInteractions how many interactions are open
     * @param obstacles why it cannot be removed yet
     * @param consequences what that means, sentence by sentence
     */
    record Removal(
            Map<String, Integer> counts, int openInteractions, List<String> obstacles, List<String> consequences) {

        Removal {
            counts = Map.copyOf(Objects.requireNonNullElse(counts, Map.of()));
            obstacles = List.copyOf(Objects.requireNonNullElse(obstacles, List.of()));
            consequences = List.copyOf(Objects.requireNonNullElse(consequences, List.of()));
        }
    }
}
