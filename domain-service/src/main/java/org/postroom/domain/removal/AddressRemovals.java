package org.postroom.domain.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroom.domain.address.Address;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.interaction.Interactions;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.security.SignedInUser;

/**
 * Removes an address. Where interactions of it are open it retires first: it takes no more mail, what is open can be answered in
 * its name, and it goes once the last of them is closed.
 */
public final class AddressRemovals {

    private final Directory<Address> addresses;
    private final EntryStore store;
    private final Interactions interactions;
    private final Retirements retirements;
    private final Changes changes;

    /** Takes what is removed, and what is asked before. */
    public AddressRemovals(
            Directory<Address> addresses,
            EntryStore store,
            Interactions interactions,
            Retirements retirements,
            Changes changes) {
        this.addresses = addresses;
        this.store = store;
        this.interactions = interactions;
        this.retirements = retirements;
        this.changes = changes;
    }

    /**
     * Tells what removing an address would do.
     *
     * @throws org.postroom.runtime.problem.NotFoundException where there is no such address
     */
    public Removal preview(SignedInUser user, String id) {
        String name = addresses.get(user, id).value().label();
        int open = openOf(user, id);
        List<String> users = store.users(user.organisationId(), Address.KIND, id);
        List<String> obstacles = users.isEmpty()
                ? List.of()
                : List.of("expected an address that nothing uses, but it is used by %s."
                        .formatted(String.join(", ", users)));
        List<String> consequences = new ArrayList<>();
        consequences.add("Mail to %s is refused from now on, answers of customers too.".formatted(name));
        if (open > 0) {
            consequences.add(
                    "%s can still be answered in its name. It goes when the last of them is closed; until then it is listed as an address that only sends."
                            .formatted(DomainRemovals.counted(open, "open interaction", "open interactions")));
        }
        return new Removal(name, List.of(), open, obstacles, consequences);
    }

    /**
     * Removes an address, or lets it retire where interactions of it are open.
     *
     * @throws org.postroom.runtime.problem.NotFoundException where there is no such address
     * @throws ConflictException where other addresses need it
     */
    public void remove(SignedInUser user, String id) {
        changes.inOrganisation(user.organisationId(), () -> {
            preview(user, id).checkPossible(true);
            if (openOf(user, id) == 0) {
                addresses.remove(user, id);
            } else {
                Entry<Address> present = addresses.get(user, id);
                retirements.add(user.organisationId(), id, user.userId());
                addresses.replace(user, id, present.version(), present.value().sendingOnly());
            }
            return id;
        });
    }

    /** Removes those whose last interaction is closed; one that was given mail again stays, and nobody waits for it any more. */
    public void finish() {
        retirements.all().forEach(this::finish);
    }

    private void finish(Retirements.Retirement retirement) {
        String organisationId = retirement.organisationId();
        String id = retirement.addressId();
        changes.inOrganisation(organisationId, () -> {
            var asked = new SignedInUser(retirement.askedBy(), organisationId, retirement.askedBy(), Set.of());
            Optional<Address> address = addresses.find(asked, id).map(Entry::value);
            boolean retiring =
                    address.filter(present -> !present.route().receives()).isPresent();
            if (!retiring) {
                retirements.forget(organisationId, id);
            } else if (openOf(asked, id) == 0
                    && store.users(organisationId, Address.KIND, id).isEmpty()) {
                retirements.forget(organisationId, id);
                addresses.remove(asked, id);
            }
            return id;
        });
    }

    private int openOf(SignedInUser user, String id) {
        return interactions.open(user.organisationId(), List.of(id));
    }
}
