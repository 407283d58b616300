package org.postroom.domain.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.audit.AuditTrail;
import org.postroom.domain.audit.AuditedChange;
import org.postroom.domain.audit.AuditedChange.Action;
import org.postroom.domain.audit.FieldChange;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Name;
import org.postroom.domain.organisation.OrganisationState.SuspensionReason;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.NotFoundException;

/** The life of organisations up to their removal; only the installation's operator decides on it. */
public final class Organisations {

    private final OrganisationStore store;
    private final OrganisationPublisher publisher;
    private final OrganisationContents contents;
    private final Changes changes;
    private final AuditTrail audit;
    private final AccountNames accountNames;
    private final Clock clock;

    /**
     * Takes where organisations are kept and what they begin with.
     *
     * @param accountNames which account names may be taken
     */
    public Organisations(
            OrganisationStore store,
            OrganisationPublisher publisher,
            OrganisationContents contents,
            Changes changes,
            AuditTrail audit,
            AccountNames accountNames,
            Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.contents = contents;
        this.changes = changes;
        this.audit = audit;
        this.accountNames = accountNames;
        this.clock = clock;
    }

    /**
     * Returns organisations, in the order of their names.
     *
     * @param after only those behind the one with this identifier; null from the beginning
     * @param limit how many at most
     */
    public List<RegisteredOrganisation> some(@Nullable String after, int limit) {
        return store.some(after, limit);
    }

    /**
     * Returns an organisation.
     *
     * @throws NotFoundException where there is none
     */
    public RegisteredOrganisation get(OrganisationId id) {
        return store.find(id).orElseThrow(() -> new NotFoundException("organisation", id.value()));
    }

    /** The name of an organisation's system domain; empty where that was removed. */
    public Optional<String> systemDomain(OrganisationId id) {
        return contents.systemDomain(id);
    }

    /**
     * Creates an organisation, or changes the one that is there. The same once more changes nothing.
     *
     * @param version the version that the operator has seen; null to create
     * @param administrator who administers it at first; only heard when it is created
     * @throws ConflictException where the account name is taken or its quarantine lasts, where the organisation has
     *     changed since or was removed, or where its system domain is named after the former account name
     */
    public RegisteredOrganisation put(
            Organisation wanted, @Nullable Long version, @Nullable FirstAdministrator administrator, String operator) {
        return store.inInstallation(() -> {
            Optional<RegisteredOrganisation> present = store.find(wanted.id());
            if (present.isEmpty()) {
                return create(wanted, administrator, operator);
            }
            if (present.get().organisation().equals(wanted)) {
                return present.get();
            }
            return changes.inOrganisation(
                    wanted.id().value(), () -> change(get(wanted.id()), wanted, version, operator));
        });
    }

    /** Suspends an organisation; doing it once more for the same reason changes nothing. */
    public void suspend(OrganisationId id, SuspensionReason reason, String operator) {
        get(id);
        changes.inOrganisation(id.value(), () -> {
            RegisteredOrganisation present = get(id);
            if (present.state() instanceof OrganisationState.Suspended suspended
                    && suspended.reason().equals(reason)) {
                return present;
            }
            var suspended = new OrganisationState.Suspended(reason, operator, clock.instant());
            publisher.suspended(id, suspended);
            return moved(present, suspended, operator, suspended.since());
        });
    }

    /** Lets an organisation be used again; where it is not suspended, nothing changes. */
    public void resume(OrganisationId id, String operator) {
        get(id);
        changes.inOrganisation(id.value(), () -> {
            RegisteredOrganisation present = get(id);
            if (present.state() instanceof OrganisationState.Suspended suspended) {
                Instant now = clock.instant();
                publisher.resumed(id, operator, now);
                return moved(present, suspended.resume(), operator, now);
            }
            return present;
        });
    }

    private RegisteredOrganisation moved(
            RegisteredOrganisation present, OrganisationState state, String operator, Instant now) {
        RegisteredOrganisation moved = present.in(state);
        store.update(moved);
        record(moved, Action.CHANGED, operator, now, FieldChange.between(present.fields(), moved.fields()));
        return moved;
    }

    private RegisteredOrganisation create(
            Organisation wanted, @Nullable FirstAdministrator administrator, String operator) {
        if (store.wasRemoved(wanted.id())) {
            throw new ConflictException(
                    "expected a new identifier, but an organisation with the identifier %s was removed, and the log still tells of it"
                            .formatted(wanted.id().value()));
        }
        accountNames.check(wanted, clock.instant());
        var created = new RegisteredOrganisation(wanted, new OrganisationState.Active(), 1, clock.instant());
        if (!store.add(created)) {
            throw accountNameTaken(wanted);
        }
        publisher.created(created);
        record(created, Action.CREATED, operator, created.createdAt(), FieldChange.between(Map.of(), created.fields()));
        contents.begin(wanted, administrator, operator);
        return created;
    }

    private RegisteredOrganisation change(
            RegisteredOrganisation present, Organisation wanted, @Nullable Long version, String operator) {
        if (version == null) {
            throw new ConflictException(
                    "expected the version of the organisation %s that is to be changed, but got none: it exists with other values"
                            .formatted(wanted.id().value()));
        }
        if (version != present.version()) {
            throw new ConflictException("expected version %d of the organisation, but it is now at version %d"
                    .formatted(version, present.version()));
        }
        Instant now = clock.instant();
        AccountName former = present.organisation().accountName();
        boolean renamed = !former.equals(wanted.accountName());
        if (renamed) {
            checkNoSystemDomain(wanted.id());
            accountNames.check(wanted, now);
        }
        RegisteredOrganisation changed = present.changedTo(wanted);
        if (!store.update(changed)) {
            throw accountNameTaken(wanted);
        }
        if (renamed) {
            store.retire(former, wanted.id(), now);
        }
        publisher.changed(changed, operator, now);
        record(changed, Action.CHANGED, operator, now, FieldChange.between(present.fields(), changed.fields()));
        return changed;
    }

    private void checkNoSystemDomain(OrganisationId id) {
        contents.systemDomain(id).ifPresent(name -> {
            throw new ConflictException(
                    "expected no system domain when the account name changes, but there is %s, named after it; remove it first"
                            .formatted(name));
        });
    }

    private void record(
            RegisteredOrganisation organisation, Action action, String by, Instant at, List<FieldChange> fields) {
        audit.add(
                organisation.id().value(),
                new AuditedChange(
                        at,
                        by,
                        "organisation",
                        organisation.id().value(),
                        organisation.organisation().name().value(),
                        action,
                        organisation.version(),
                        fields));
    }

    private static ConflictException accountNameTaken(Organisation wanted) {
        return new ConflictException("expected an account name that no organisation has, but %s is taken"
                .formatted(wanted.accountName().value()));
    }

    /**
     * Who administers a new organisation before anybody else can.
     *
     * @param userId the subject of their sign-in
     * @param displayName the name that others see
     */
    public record FirstAdministrator(String userId, Name displayName) {

        /** Checks the identifier. */
        public FirstAdministrator {
            userId = Id.checked(userId);
        }
    }
}
