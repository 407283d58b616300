package org.postroom.domain.directory;

import java.time.Instant;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.runtime.outbox.OversizeEventException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topics;

/**
 * Publishes the full state of each entry of a kind to the configuration topic, in the transaction of the change; a
 * removed entry becomes a null value.
 *
 * @param <T> the kind of entry
 */
public final class OutboxEntryPublisher<T extends Configured> implements EntryPublisher<T> {

    private final EntryKind<T, ?> kind;
    private final Outbox outbox;

    /** Publishes the entries of a kind. */
    public OutboxEntryPublisher(EntryKind<T, ?> kind, Outbox outbox) {
        this.kind = kind;
        this.outbox = outbox;
    }

    @Override
    public void changed(String organisationId, Entry<T> entry) {
        try {
            outbox.add(
                    Topics.CONFIGURATION,
                    organisationId,
                    key(organisationId, entry),
                    kind.event(organisationId, entry));
        } catch (OversizeEventException oversize) {
            throw new InvalidFieldException(
                    kind.kind().word(),
                    "expected %s whose event has at most %d octets, but it has %d"
                            .formatted(kind.kind().withArticle(), oversize.most(), oversize.octets()));
        }
    }

    @Override
    public void removed(String organisationId, Entry<T> entry, String removedBy, Instant at) {
        outbox.remove(
                Topics.CONFIGURATION,
                organisationId,
                key(organisationId, entry),
                kind.kind().word());
    }

    private String key(String organisationId, Entry<T> entry) {
        return new EntityKey(organisationId, kind.kind().word(), entry.id()).toString();
    }
}
