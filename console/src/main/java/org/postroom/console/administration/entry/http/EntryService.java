package org.postroom.console.administration.entry.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.FieldChange;
import org.postroom.console.administration.entry.Entry;
import org.postroom.console.administration.entry.EntryKind;
import org.postroom.console.administration.entry.EntryRemoval;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Asks domain-service for entries and for their changes. */
@Component
public class EntryService {

    private static final ParameterizedTypeReference<List<ObjectNode>> LIST = new ParameterizedTypeReference<>() {};
    private static final int PAGE = 100;

    private final ServiceClient domainService;
    private final EntryJson json;

    EntryService(@Qualifier("domainService") ServiceClient domainService, EntryJson json) {
        this.domainService = domainService;
        this.json = json;
    }

    /**
     * A part of a list.
     *
     * @param entries the entries
     * @param next what the next part comes after; empty where this is the last
     */
    record Part(List<Entry> entries, String next) {}

    Part list(EntryKind kind, String query, String after) {
        String path = kind.api() + "?limit=" + PAGE
                + (query.isEmpty() ? "{q}" : "&q={q}")
                + (after.isEmpty() ? "{after}" : "&after={after}");
        List<Entry> entries = domainService.list(LIST, path, query, after).stream()
                .map(json::read)
                .toList();
        String next = entries.size() < PAGE
                ? ""
                : Objects.requireNonNullElse(entries.getLast().id(), "");
        return new Part(entries, next);
    }

    /**
     * Reads an entry.
     *
     * @throws org.postroom.runtime.problem.NotFoundException where there is none
     */
    public Entry get(EntryKind kind, @Nullable String id) {
        return json.read(domainService.get(ObjectNode.class, kind.api() + "/{id}", String.valueOf(id)));
    }

    /** Asks what saving an entry would change, and changes nothing. */
    Answer<FieldChange.DryRun> tryOut(EntryKind kind, Entry entry) {
        return send(kind, entry, FieldChange.DryRun.class, "?dryRun=true");
    }

    /** Saves an entry. */
    Answer<Entry> save(EntryKind kind, Entry entry) {
        Answer<ObjectNode> answer = send(kind, entry, ObjectNode.class, "");
        return answer.fold(
                done -> new Answer.Done<>(json.read(done)),
                refused -> new Answer.Refused<>(
                        refused.reason(), refused.detail(), refused.errors(), refused.retryAfter()));
    }

    Answer<Boolean> remove(EntryKind kind, String id) {
        return domainService.ask(HttpMethod.DELETE, null, kind.api() + "/{id}", id);
    }

    /**
     * What removing an entry would do.
     *
     * @throws org.postroom.runtime.problem.NotFoundException where there is none
     */
    EntryRemoval removal(EntryKind kind, String id) {
        return domainService.get(EntryRemoval.class, kind.api() + "/{id}/removal", id);
    }

    /** Removes an entry although others hang on it. */
    Answer<Boolean> removeConfirmed(EntryKind kind, String id) {
        return domainService.ask(HttpMethod.DELETE, null, kind.api() + "/{id}?confirmed=true", id);
    }

    private <T> Answer<T> send(EntryKind kind, Entry entry, Class<T> type, String query) {
        Map<String, Object> body = kind.body(entry);
        if (entry.version() == null && !kind.namesItself()) {
            return domainService.send(HttpMethod.POST, type, body, kind.api() + query);
        }
        String id = entry.version() == null ? entry.text("id") : String.valueOf(entry.id());
        return domainService.send(HttpMethod.PUT, type, body, kind.api() + "/{id}" + query, id.isEmpty() ? " " : id);
    }
}
