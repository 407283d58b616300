package org.postroom.routing.journal.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.postroom.routing.decision.OrganisationRouting;
import org.postroom.routing.decision.StateChange;
import org.postroom.routing.decision.Terms;
import org.postroom.routing.journal.kafka.stored.StoredForm;

/** The organisations of one partition: in memory to decide with, and in the state store to be found again. */
final class Organisations {

    private final KeyValueStore<String, byte[]> store;
    private final StoredForm form;
    private final Map<String, OrganisationRouting> byId = new HashMap<>();

    Organisations(KeyValueStore<String, byte[]> store, StoredForm form) {
        this.store = store;
        this.form = form;
    }

    /** Brings every stored organisation into memory. */
    void restoreAll() {
        Map<String, List<StateChange>> stored = new HashMap<>();
        try (var entries = store.all()) {
            read(
                    entries,
                    (organisationId, entity) -> stored.computeIfAbsent(organisationId, _ -> new ArrayList<>())
                            .add(entity));
        }
        stored.forEach((organisationId, entities) ->
                byId.put(organisationId, OrganisationRouting.restore(Terms.FIRST.policy(), entities)));
    }

    Set<String> ids() {
        return byId.keySet();
    }

    OrganisationRouting get(String organisationId) {
        return byId.computeIfAbsent(organisationId, _ -> OrganisationRouting.empty(Terms.FIRST.policy()));
    }

    /** Stores what a decision changed. */
    void store(String organisationId, List<StateChange> changes) {
        for (var change : changes) {
            var key = new StateKey(organisationId, change.kind(), change.id()).text();
            var entity = change.entity();
            if (entity == null) {
                store.delete(key);
            } else {
                store.put(key, form.write(change.kind(), entity));
            }
        }
    }

    /** Goes back to what is stored, after a decision broke off half way. */
    void reset(String organisationId) {
        var entities = new ArrayList<StateChange>();
        try (var entries = store.prefixScan(StateKey.prefix(organisationId), new StringSerializer())) {
            read(entries, (_, entity) -> entities.add(entity));
        }
        byId.put(organisationId, OrganisationRouting.restore(Terms.FIRST.policy(), entities));
    }

    private void read(KeyValueIterator<String, byte[]> entries, BiConsumer<String, StateChange> sink) {
        entries.forEachRemaining(entry -> {
            var key = StateKey.parse(entry.key);
            sink.accept(
                    key.organisationId(), new StateChange(key.kind(), key.id(), form.read(key.kind(), entry.value)));
        });
    }
}
