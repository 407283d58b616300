package org.postroom.domain.directory.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryPublisher;
import org.postroom.domain.directory.Kind;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.runtime.outbox.OversizeEventException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topics;

/**
 * Publishes the full state of each entry of a kind to the configuration topic; a removed entry becomes a null value.
 *
 * @param <T> the kind of entry
 */
public abstract class ConfigurationPublisher<T> implements EntryPublisher<T> {

    private final Kind kind;
    private final Outbox outbox;

    /** Publishes through the outbox, in the transaction of the change. */
    protected ConfigurationPublisher(Kind kind, Outbox outbox) {
        this.kind = kind;
        this.outbox = outbox;
    }

    /** The event that carries the entry's state. */
    protected abstract SpecificRecord event(String organisationId, Entry<T> entry);

    @Override
    public final void changed(String organisationId, Entry<T> entry) {
        try {
            outbox.add(Topics.CONFIGURATION, organisationId, key(organisationId, entry), event(organisationId, entry));
        } catch (OversizeEventException oversize) {
            throw new InvalidFieldException(
                    kind.word(),
                    "expected %s whose event has at most %d octets, but it has %d"
                            .formatted(kind.withArticle(), oversize.most(), oversize.octets()));
        }
    }

    @Override
    public final void removed(String organisationId, Entry<T> entry, String removedBy, Instant at) {
        outbox.remove(Topics.CONFIGURATION, organisationId, key(organisationId, entry), kind.word());
    }

    private String key(String organisationId, Entry<T> entry) {
        return new EntityKey(organisationId, kind.word(), entry.id()).toString();
    }
}
