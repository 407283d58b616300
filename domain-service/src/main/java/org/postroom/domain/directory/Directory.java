package org.postroom.domain.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.audit.AuditTrail;
import org.postroom.domain.audit.AuditedChange;
import org.postroom.domain.audit.AuditedChange.Action;
import org.postroom.domain.audit.FieldChange;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.InvalidFieldsException;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;

/**
 * The entries of one kind, as the users of an organisation see and change them. Every change is checked against the
 * rest of the directory, raises the version by one and is published together with being stored.
 *
 * @param <T> the kind of entry
 */
public final class Directory<T extends Configured> implements Entries<T> {

    private final Kind kind;
    private final Class<T> type;
    private final EntryPublisher<T> publisher;
    private final EntryForm<T> form;
    private final EntryStore store;
    private final Changes changes;
    private final AuditTrail audit;
    private final IdSource ids;
    private final Clock clock;
    private final int mostEntries;

    /** Makes the directory of one kind. */
    public Directory(Kind kind, Class<T> type, EntryPublisher<T> publisher, EntryForm<T> form, DirectoryParts shared) {
        this.kind = kind;
        this.type = type;
        this.publisher = publisher;
        this.form = form;
        this.store = shared.store();
        this.changes = shared.changes();
        this.audit = shared.audit();
        this.ids = shared.ids();
        this.clock = shared.clock();
        this.mostEntries = shared.mostEntries();
    }

    /** The kind of its entries. */
    public Kind kind() {
        return kind;
    }

    /** Shows an entry's state as its fields. */
    public Map<String, @Nullable Object> fields(T value) {
        return form.fields(value);
    }

    /** Returns all entries of the user's organisation, in the order of their labels. */
    public List<Entry<T>> all(SignedInUser user) {
        return store.all(user.organisationId(), kind, type);
    }

    /**
     * Returns a part of the entries of the user's organisation, in the order of their labels.
     *
     * @throws InvalidFieldException where the entry behind which the part begins does not exist
     */
    public Part<T> some(SignedInUser user, ListQuery query) {
        String after = query.after();
        if (after != null && !store.exists(user.organisationId(), kind, after)) {
            throw new InvalidFieldException(
                    "after", "expected the identifier of %s, but got %s".formatted(kind.withArticle(), after));
        }
        List<Entry<T>> found = store.some(user.organisationId(), kind, type, query, query.limit() + 1);
        boolean more = found.size() > query.limit();
        return new Part<>(more ? found.subList(0, query.limit()) : found, more);
    }

    /**
     * Tells what steps would do to an entry, and takes them back: everything is checked and nothing kept.
     *
     * @param id the entry that they change; null where they add one
     * @param steps the change, which returns the entry as it would be
     * @throws InvalidFieldException as the steps do
     * @throws ConflictException as the steps do
     */
    public List<FieldChange> onTrial(SignedInUser user, @Nullable String id, Supplier<Entry<T>> steps) {
        return changes.onTrial(user.organisationId(), () -> {
            Map<String, @Nullable Object> before =
                    id == null ? Map.of() : find(user, id).map(this::fieldsOf).orElse(Map.of());
            return FieldChange.between(before, fieldsOf(steps.get()));
        });
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
     * @throws InvalidFieldException where the organisation has as many of the kind as it may
     * @throws InvalidFieldsException where an entry that it needs does not exist
     * @throws ConflictException where its name is taken
     */
    @Override
    public Entry<T> create(SignedInUser user, T value) {
        return create(user, ids.next(), value);
    }

    /**
     * Adds an entry with a given identifier. Adding the same once more changes nothing.
     *
     * @throws InvalidFieldsException where an entry that it needs does not exist
     * @throws ConflictException where its name is taken, or the identifier belongs to a different entry
     */
    public Entry<T> create(SignedInUser user, String id, T value) {
        return changes.inOrganisation(user.organisationId(), () -> {
            Optional<Entry<T>> existing = find(user, id);
            if (existing.isPresent()) {
                return unchanged(existing.get(), value);
            }
            var entry = new Entry<>(id, 1, value, user.userId(), clock.instant());
            checkRoom(user);
            checkReferences(user, value);
            if (!store.insert(user.organisationId(), kind, entry)) {
                throw nameTaken(value);
            }
            publisher.changed(user.organisationId(), entry);
            record(user, Action.CREATED, entry, FieldChange.between(Map.of(), fieldsOf(entry)));
            return entry;
        });
    }

    /**
     * Replaces an entry's state. Replacing it by the same changes nothing.
     *
     * @param version the version that the user has seen
     * @throws NotFoundException where there is no such entry
     * @throws InvalidFieldsException where an entry that it needs does not exist
     * @throws ConflictException where the entry has changed since, or its new name is taken
     */
    @Override
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
            publisher.changed(user.organisationId(), changed);
            record(user, Action.CHANGED, changed, FieldChange.between(fieldsOf(present), fieldsOf(changed)));
            return changed;
        });
    }

    /**
     * Removes an entry.
     *
     * @throws NotFoundException where there is no such entry
     * @throws ConflictException where others need it; the message names them
     */
    @Override
    public void remove(SignedInUser user, String id) {
        changes.inOrganisation(user.organisationId(), () -> {
            Entry<T> present = get(user, id);
            List<String> users = store.users(user.organisationId(), kind, id);
            if (!users.isEmpty()) {
                throw new ConflictException("expected %s that nothing uses, but it is used by %s"
                        .formatted(kind.withArticle(), String.join(", ", users)));
            }
            return take(user, present);
        });
    }

    private Entry<T> take(SignedInUser user, Entry<T> present) {
        store.delete(user.organisationId(), kind, present.id());
        Instant now = clock.instant();
        publisher.removed(user.organisationId(), present, user.userId(), now);
        var removed = new Entry<>(present.id(), present.version(), present.value(), user.userId(), now);
        record(user, Action.REMOVED, removed, FieldChange.between(fieldsOf(present), Map.of()));
        return removed;
    }

    private void record(SignedInUser user, Action action, Entry<T> entry, List<FieldChange> fieldChanges) {
        audit.add(
                user.organisationId(),
                new AuditedChange(
                        entry.changedAt(),
                        entry.changedBy(),
                        kind.word(),
                        entry.id(),
                        entry.value().label(),
                        action,
                        entry.version(),
                        fieldChanges));
    }

    private Map<String, @Nullable Object> fieldsOf(Entry<T> entry) {
        return form.fields(entry.value());
    }

    private Entry<T> unchanged(Entry<T> existing, T value) {
        if (existing.value().equals(value)) {
            return existing;
        }
        throw new ConflictException("expected the version of the %s %s that is to be replaced, but got none"
                .formatted(kind.word(), existing.id()));
    }

    /**
     * Removes several entries that may need each other, where the caller knows that nothing else needs them.
     *
     * @throws NotFoundException where one of them does not exist
     */
    public void removeTogether(SignedInUser user, List<String> together) {
        changes.inOrganisation(user.organisationId(), () -> {
            together.forEach(id -> store.release(user.organisationId(), kind, id));
            together.forEach(id -> take(user, get(user, id)));
            return together;
        });
    }

    /** What an entry with this state needs and the organisation does not have; empty where nothing is missing. */
    public List<Refusal> missing(SignedInUser user, T value) {
        return value.references().stream()
                .filter(reference -> !store.exists(user.organisationId(), reference.kind(), reference.id()))
                .map(reference -> new Refusal(
                        reference.field(),
                        "expected %s of your organisation, but there is none with the identifier %s"
                                .formatted(reference.kind().withArticle(), reference.id())))
                .toList();
    }

    private void checkRoom(SignedInUser user) {
        if (store.count(user.organisationId(), kind) >= mostEntries) {
            throw new InvalidFieldException(
                    kind.word(),
                    "expected at most %d entries of this kind, but there are as many already".formatted(mostEntries));
        }
    }

    private void checkReferences(SignedInUser user, T value) {
        List<Refusal> refusals = missing(user, value);
        if (!refusals.isEmpty()) {
            throw new InvalidFieldsException(refusals);
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
