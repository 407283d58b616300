package org.postroom.benchmarks.view;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.standing.DomainStanding;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.runtime.view.View;
import org.postroom.schemas.catalogue.EntityKey;

/** Keeps every standing as it came. */
final class KnownStandings implements View<Map<EntityKey, SpecificRecord>> {

    @Override
    public Map<EntityKey, SpecificRecord> empty() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public Set<Class<? extends SpecificRecord>> records() {
        return Set.of(OrganisationStanding.class, DomainStanding.class);
    }

    @Override
    public void put(Map<EntityKey, SpecificRecord> table, EntityKey key, SpecificRecord state) {
        table.put(key, state);
    }

    @Override
    public void remove(Map<EntityKey, SpecificRecord> table, EntityKey key) {
        table.remove(key);
    }

    @Override
    public void unreadable(Map<EntityKey, SpecificRecord> table, EntityKey key) {
        throw new IllegalStateException("expected to read what this program wrote, but could not read " + key);
    }
}
