package org.postroom.console.administration.maildomain.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.FieldChange;
import org.postroom.console.administration.maildomain.MailDomain;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The mail domains as domain-service keeps them. */
@Component
class DomainClient {

    private static final String API = "/api/domains";
    private static final String ONE = API + "/{id}";
    private static final String DRY = "?dryRun=true";

    private static final ParameterizedTypeReference<List<MailDomain>> DOMAINS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<List<DomainAddress>> ADDRESSES =
            new ParameterizedTypeReference<>() {};

    private final ServiceClient domainService;

    DomainClient(@Qualifier("domainService") ServiceClient domainService) {
        this.domainService = domainService;
    }

    List<MailDomain> all() {
        return domainService.list(DOMAINS, API);
    }

    MailDomain get(String domainId) {
        return domainService.get(MailDomain.class, ONE, domainId);
    }

    Answer<MailDomain> add(String type, String name) {
        return domainService.send(HttpMethod.POST, MailDomain.class, wish(type, name), API);
    }

    /** Says whether a domain could be added, and adds nothing. */
    Answer<Boolean> tryToAdd(String type, String name) {
        return domainService.ask(HttpMethod.POST, wish(type, name), API + DRY);
    }

    /** Says what a change of the settings would change, and changes nothing. */
    Answer<FieldChange.DryRun> compare(String domainId, Settings settings) {
        return domainService.send(HttpMethod.PUT, FieldChange.DryRun.class, settings, ONE + DRY, domainId);
    }

    Answer<MailDomain> change(String domainId, Settings settings) {
        return domainService.send(HttpMethod.PUT, MailDomain.class, settings, ONE, domainId);
    }

    Removal removal(String domainId) {
        return domainService.get(Removal.class, ONE + "/removal", domainId);
    }

    Answer<Boolean> remove(String domainId, String name, boolean despiteOpenInteractions) {
        return domainService.ask(
                HttpMethod.DELETE,
                null,
                ONE + "?name={name}&despiteOpenInteractions={despite}",
                domainId,
                name,
                despiteOpenInteractions);
    }

    /** The addresses of a domain. */
    List<DomainAddress> addresses(String domainId) {
        return domainService.list(ADDRESSES, "/api/addresses?limit=1000").stream()
                .filter(address -> domainId.equals(address.domainId()))
                .toList();
    }

    private static Map<String, String> wish(String type, String name) {
        Map<String, String> wish = new HashMap<>(Map.of("type", type));
        if (!name.isBlank()) {
            wish.put("name", name.strip());
        }
        return wish;
    }

    /**
     * An address of a domain.
     *
     * @param id the address's identifier
     * @param domainId its domain
     * @param localPart the part before the @
     * @param address the whole address
     */
    record DomainAddress(
            String id,
            @Nullable String domainId,
            @Nullable String localPart,
            @Nullable String address) {}

    /**
     * What goes with a domain.
     *
     * @param name the name that has to be typed
     * @param addresses the addresses that go with it
     * @param openInteractions how many interactions are open
     * @param obstacles why it cannot be removed yet
     * @param consequences what stops working, sentence by sentence
     */
    record Removal(
            String name,
            List<String> addresses,
            int openInteractions,
            List<String> obstacles,
            List<String> consequences) {

        Removal {
            addresses = List.copyOf(Objects.requireNonNullElse(addresses, List.of()));
            obstacles = List.copyOf(Objects.requireNonNullElse(obstacles, List.of()));
            consequences = List.copyOf(Objects.requireNonNullElse(consequences, List.of()));
        }
    }
}
