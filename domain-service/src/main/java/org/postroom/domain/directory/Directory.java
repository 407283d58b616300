package org.postroom.domain.directory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entries of one kind, as the users of an organisation see and change them. Every change is checked against the
 * rest of the directory, raises the version by one and is published together with being stored.
 *
 * @param <T> the kind of entry
 */
public final class Directory<T extends Configured> {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

    private final Kind kind;
    private final Class<T> type;
    private final EntryStore store;
    private final Changes changes;
    private final EntryPublisher<T> publisher;
    private final IdSource ids;
    private final Clock clock;

    /** Makes the directory of one kind. */
    public Directory(
            Kind kind,
            Class<T> type,
            EntryStore store,
            Changes changes,
            EntryPublisher<T> publisher,
            IdSource ids,
            Clock clock) {
        this.kind = kind;
        this.type = type;
        this.store = store;
        this.changes = changes;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns all entries of the user's organisation, in the order of their labels. */
    public List<Entry<T>> all(SignedInUser user) {
        return store.all(user.organisationId(), kind, type);
    }

    /** Finds an entry of the user's organisation. */
    public Optional<Entry<T>> find(SignedInUser user, String id) {
        return store.find(user.organisationId(), kind, type, id);
    }

    /**
     * Returns an entry of the user's organisation.
     *
     * @throws NotFoundException where there is none
     */
    public Entry<T> get(SignedInUser user, String id) {
        return find(user, id).orElseThrow(() -> new NotFoundException(kind.word(), id));
    }

    /**
     * Adds an entry with a new identifier.
     *
     * @throws InvalidFieldException where an entry that it needs does not exist
     * @throws ConflictException where its name is taken
     */
    public Entry<T> create(SignedInUser user, T value) {
        return create(user, ids.next(), value);
    }

    /**
     * Adds an entry with a given identifier. Adding the same once more changes nothing.
     *
     * @throws InvalidFieldException where an entry that it needs does not exist
     * @throws ConflictException where its name is taken, or the identifier belongs to a different entry
     */
    public Entry<T> create(SignedInUser user, String id, T value) {
        return changes.inOrganisation(user.organisationId(), () -> {
            Optional<Entry<T>> existing = find(user, id);
            if (existing.isPresent()) {
                return unchanged(existing.get(), value);
            }
            var entry = new Entry<>(id, 1, value, user.userId(), clock.instant());
            checkReferences(user, value);
            if (!store.insert(user.organisationId(), kind, entry)) {
                throw nameTaken(value);
            }
            return published(user, entry);
        });
    }

    /**
     * Replaces an entry's state. Replacing it by the same changes nothing.
     *
     * @param version the version that the user has seen
     * @throws NotFoundException where there is no such entry
     * @throws InvalidFieldException where an entry that it needs does not exist
     * @throws ConflictException where the entry has changed since, or its new name is taken
     */
    public Entry<T> replace(SignedInUser user, String id, long version, T value) {
        return changes.inOrganisation(user.organisationId(), () -> {
            Entry<T> present = get(user, id);
            if (present.version() != version) {
                throw new ConflictException("expected version %d of the %s, but it is now at version %d"
                        .formatted(version, kind.word(), present.version()));
            }
            if (present.value().equals(value)) {
                return present;
            }
            checkReferences(user, value);
            Entry<T> changed = present.next(value, user.userId(), clock.instant());
            if (!store.update(user.organisationId(), kind, changed)) {
                throw nameTaken(value);
            }
            return published(user, changed);
        });
    }

    /**
     * Removes an entry.
     *
     * @throws NotFoundException where there is no such entry
     * @throws ConflictException where others need it; the message names them
     */
    public void remove(SignedInUser user, String id) {
        changes.inOrganisation(user.organisationId(), () -> {
            Entry<T> present = get(user, id);
            List<String> users = store.users(user.organisationId(), kind, id);
            if (!users.isEmpty()) {
                throw new ConflictException("expected %s that nothing uses, but it is used by %s"
                        .formatted(kind.withArticle(), String.join(", ", users)));
            }
            store.delete(user.organisationId(), kind, id);
            publisher.removed(user.organisationId(), present, user.userId(), clock.instant());
            log(user, present, "An entry of the directory was removed");
            return present;
        });
    }

    private Entry<T> published(SignedInUser user, Entry<T> entry) {
        publisher.changed(user.organisationId(), entry);
        log(user, entry, "An entry of the directory was changed");
        return entry;
    }

    private void log(SignedInUser user, Entry<T> entry, String what) {
        LOG.atInfo()
                .addKeyValue("organisationId", user.organisationId())
                .addKeyValue("kind", kind.word())
                .addKeyValue("id", entry.id())
                .addKeyValue("version", entry.version())
                .addKeyValue("userId", user.userId())
                .log(what);
    }

    private Entry<T> unchanged(Entry<T> existing, T value) {
        if (existing.value().equals(value)) {
            return existing;
        }
        throw new ConflictException("expected the version of the %s %s that is to be replaced, but got none"
                .formatted(kind.word(), existing.id()));
    }

    private void checkReferences(SignedInUser user, T value) {
        for (Reference reference : value.references()) {
            if (!store.exists(user.organisationId(), reference.kind(), reference.id())) {
                throw new InvalidFieldException(
                        reference.field(),
                        "expected %s of your organisation, but there is none with the identifier %s"
                                .formatted(reference.kind().withArticle(), reference.id()));
            }
        }
    }

    private ConflictException nameTaken(T value) {
        boolean anywhere = value.uniqueName()
                .filter(unique -> unique.scope() == UniqueName.Scope.INSTALLATION)
                .isPresent();
        return new ConflictException("expected %s that %s does not have yet, but %s is taken"
                .formatted(kind.withArticle(), anywhere ? "the installation" : "your organisation", value.label()));
    }
}
