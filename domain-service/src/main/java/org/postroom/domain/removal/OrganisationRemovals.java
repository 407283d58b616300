package org.postroom.domain.removal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.domain.address.Address;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.interaction.Interactions;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.organisation.OrganisationPublisher;
import org.postroom.domain.organisation.OrganisationStore;
import org.postroom.domain.organisation.Organisations;
import org.postroom.domain.organisation.RegisteredOrganisation;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;

/** Removes an organisation with all that it owns; only the installation's operator does, and only a suspended one. */
public final class OrganisationRemovals {

    private final Organisations organisations;
    private final OrganisationStore store;
    private final OrganisationPublisher publisher;
    private final List<Directory<?>> directories;
    private final EntryStore entries;
    private final Knowledge knowledge;
    private final Interactions interactions;
    private final Changes changes;
    private final Clock clock;

    /**
     * Takes what is removed and what is asked before.
     *
     * @param directories the directories of all kinds
     */
    public OrganisationRemovals(
            Organisations organisations,
            OrganisationStore store,
            OrganisationPublisher publisher,
            List<Directory<?>> directories,
            EntryStore entries,
            Knowledge knowledge,
            Interactions interactions,
            Changes changes,
            Clock clock) {
        this.organisations = organisations;
        this.store = store;
        this.publisher = publisher;
        this.directories = directories.stream()
                .sorted(Comparator.<Directory<?>, Boolean>comparing(
                                directory -> directory.kind().equals(MailDomain.KIND))
                        .thenComparing(directory -> directory.kind().word()))
                .toList();
        this.entries = entries;
        this.knowledge = knowledge;
        this.interactions = interactions;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What removing an organisation would take away.
     *
     * @param removal what it would do
     * @param counts how many entries of each kind would go
     */
    public record Preview(Removal removal, Map<String, Integer> counts) {}

    /**
     * Tells what removing an organisation would do.
     *
     * @throws NotFoundException where there is no such organisation
     */
    public Preview preview(OrganisationId id) {
        RegisteredOrganisation registered = organisations.get(id);
        SignedInUser reader = remover(id, "nobody");
        Map<String, Integer> counts = new LinkedHashMap<>();
        directories.forEach(directory ->
                counts.put(directory.kind().word(), directory.all(reader).size()));
        int open = interactions.open(id.value());
        List<String> obstacles = registered.isSuspended()
                ? List.of()
                : List.of("expected a suspended organisation, but %s is in use; suspend it first."
                        .formatted(registered.organisation().accountName().value()));
        var removal = new Removal(
                registered.organisation().accountName().value(),
                labels(Address.KIND.word(), reader),
                open,
                obstacles,
                consequences(counts, labels(MailDomain.KIND.word(), reader), open));
        return new Preview(removal, counts);
    }

    /**
     * Removes an organisation and all that it owns.
     *
     * @param accountName its account name, which confirms that this one is meant
     * @param despiteOpenInteractions true where open interactions are no reason to stop
     * @throws NotFoundException where there is no such organisation
     * @throws InvalidFieldException where the account name is another one
     * @throws ConflictException where it is not suspended, or interactions are open
     */
    public void remove(OrganisationId id, String accountName, boolean despiteOpenInteractions, String operator) {
        organisations.get(id);
        store.inInstallation(() -> changes.inOrganisation(id.value(), () -> {
            Removal removal = preview(id).removal();
            if (!removal.name().equals(accountName)) {
                throw new InvalidFieldException(
                        "accountName",
                        "expected the account name %s, to confirm its removal, but got \"%s\""
                                .formatted(removal.name(), accountName));
            }
            removal.checkPossible(despiteOpenInteractions);
            removeAll(organisations.get(id), operator);
            return removal;
        }));
    }

    private void removeAll(RegisteredOrganisation registered, String operator) {
        Instant now = clock.instant();
        OrganisationId id = registered.id();
        entries.releaseAll(id.value());
        directories.forEach(directory -> removeAll(directory, remover(id, operator)));
        knowledge.forget(id.value());
        store.retire(registered.organisation().accountName(), id, now);
        store.remove(id, now);
        publisher.removed(id, operator, now);
    }

    private static void removeAll(Directory<?> directory, SignedInUser remover) {
        directory.removeTogether(
                remover, directory.all(remover).stream().map(Entry::id).toList());
    }

    private List<String> labels(String kind, SignedInUser reader) {
        return directories.stream()
                .filter(directory -> directory.kind().word().equals(kind))
                .flatMap(directory -> directory.all(reader).stream())
                .map(entry -> entry.value().label())
                .toList();
    }

    private static List<String> consequences(Map<String, Integer> counts, List<String> domains, int open) {
        List<String> sentences = new ArrayList<>();
        if (!domains.isEmpty()) {
            sentences.add("Mail to %s is refused from now on; names of its own are free for others at once."
                    .formatted(String.join(", ", domains)));
        }
        counts.forEach((kind, count) -> {
            if (count > 0) {
                sentences.add("%s removed: %d.".formatted(kind, count));
            }
        });
        if (open > 0) {
            sentences.add(DomainRemovals.counted(open, "open interaction is", "open interactions are")
                    + " closed without an answer.");
        }
        sentences.add("Keys, credentials, stored messages and all that other services keep of it are deleted.");
        sentences.add("This cannot be undone; the account name stays away from others for a while.");
        return sentences;
    }

    private static SignedInUser remover(OrganisationId id, String operator) {
        return new SignedInUser(operator, id.value(), operator, Set.of());
    }
}
