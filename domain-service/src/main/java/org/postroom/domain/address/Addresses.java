package org.postroom.domain.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.address.Answering.OwnAddress;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.directory.Id;
import org.postroom.domain.interaction.Interactions;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.InvalidFieldsException;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;
import org.postroom.runtime.security.SignedInUser;

/** Adds and changes addresses; what they name must be the organisation's own. */
public final class Addresses {

    private final Directory<Address> addresses;
    private final Directory<MailDomain> domains;
    private final EntryStore store;
    private final AddressBook book;
    private final Changes changes;
    private final AddressLimit limit;
    private final Interactions interactions;

    /** Takes the directories of addresses and of the domains they belong to. */
    public Addresses(
            Directory<Address> addresses,
            Directory<MailDomain> domains,
            EntryStore store,
            AddressBook book,
            Changes changes,
            AddressLimit limit,
            Interactions interactions) {
        this.addresses = addresses;
        this.domains = domains;
        this.store = store;
        this.book = book;
        this.changes = changes;
        this.limit = limit;
        this.interactions = interactions;
    }

    /**
     * Adds an address, as {@link Directory#create(SignedInUser, org.postroom.domain.directory.Configured)} does.
     *
     * @throws InvalidFieldsException where the address cannot be so; it names all fields
     * @throws ConflictException where the domain has as many addresses as it may
     */
    public Entry<Address> create(SignedInUser user, AddressDraft draft) {
        return changes.inOrganisation(user.organisationId(), () -> {
            EmailAddress address = emailAddress(user, draft);
            Address value = resolve(user, address, draft);
            int present = book.inDomain(user.organisationId(), draft.domain()).size();
            if (present >= limit.perDomain()) {
                throw new ConflictException("expected fewer than %d addresses in the domain %s, but it has %d"
                        .formatted(limit.perDomain(), address.domain(), present));
            }
            return addresses.create(user, value);
        });
    }

    /** Changes everything about an address but the address itself, as {@link Directory#replace} does. */
    public Entry<Address> replace(SignedInUser user, String id, long version, AddressDraft draft) {
        return changes.inOrganisation(user.organisationId(), () -> {
            EmailAddress present = addresses.get(user, id).value().address();
            EmailAddress asked = emailAddress(user, draft);
            if (!present.equals(asked)) {
                throw new InvalidFieldException(
                        "localPart", "expected the address to stay %s, but got %s".formatted(present, asked));
            }
            return addresses.replace(user, id, version, resolve(user, asked, draft));
        });
    }

    /**
     * Removes an address of which nothing is open, as {@link Directory#remove} does.
     *
     * @throws ConflictException where interactions are open, which only a confirmed removal may leave behind
     */
    public void remove(SignedInUser user, String id) {
        changes.inOrganisation(user.organisationId(), () -> {
            String name = addresses.get(user, id).value().label();
            int open = interactions.open(user.organisationId(), List.of(id));
            if (open > 0) {
                throw new ConflictException(
                        "expected no open interactions of %s, but %d are open; its removal must be confirmed"
                                .formatted(name, open));
            }
            addresses.remove(user, id);
            return id;
        });
    }

    private EmailAddress emailAddress(SignedInUser user, AddressDraft draft) {
        MailDomain domain = domains.find(user, draft.domain().value())
                .map(Entry::value)
                .orElseThrow(() -> new InvalidFieldException(
                        "domainId",
                        "expected a domain of your organisation, but there is none with the identifier "
                                + draft.domain().value()));
        try {
            return new EmailAddress(draft.localPart(), domain.name());
        } catch (IllegalArgumentException tooLong) {
            throw new InvalidFieldException("localPart", String.valueOf(tooLong.getMessage()));
        }
    }

    private Address resolve(SignedInUser user, EmailAddress address, AddressDraft draft) {
        List<Refusal> refusals = new ArrayList<>();
        checkReception(user, address, draft, refusals);
        checkHiddenBcc(user, address, draft, refusals);
        var answering = new Answering(
                draft.fromName(),
                own(user, "fromAddress", address, address.equals(draft.from()) ? null : draft.from(), refusals),
                own(user, "replyTo", address, draft.replyTo(), refusals),
                draft.hiddenBcc(),
                draft.signature(),
                draft.signaturePlacement(),
                draft.signatureOn(),
                draft.history(),
                draft.multipleActions());
        var resolved = new Address(draft.domain(), address, draft.reception(), draft.route(), answering);
        if (!refusals.isEmpty()) {
            refusals.addAll(addresses.missing(user, resolved));
            throw new InvalidFieldsException(refusals);
        }
        return resolved;
    }

    private void checkReception(SignedInUser user, EmailAddress address, AddressDraft draft, List<Refusal> refusals) {
        String organisation = user.organisationId();
        LocalPart localPart = address.localPart();
        if (localPart.hasPlus() && book.hasPlusAddressing(organisation, draft.domain(), localPart.beforePlus())) {
            refusals.add(new Refusal(
                    "localPart",
                    "expected a local part that no other address takes, but %s@%s takes whatever stands behind a plus"
                            .formatted(localPart.beforePlus(), address.domain())));
        }
        if (draft.reception().plusAddressing()) {
            checkPlusAddressing(organisation, address, draft, refusals);
        }
        if (draft.reception().catchAll()) {
            book.catchAlls(organisation, draft.domain()).stream()
                    .filter(present -> !present.equals(address))
                    .findFirst()
                    .ifPresent(present -> refusals.add(new Refusal(
                            "catchAll",
                            "expected at most one address that takes all other mail to the domain, but %s does already"
                                    .formatted(present))));
        }
    }

    private void checkPlusAddressing(
            String organisation, EmailAddress address, AddressDraft draft, List<Refusal> refusals) {
        if (address.localPart().hasPlus()) {
            refusals.add(new Refusal(
                    "plusAddressing",
                    "expected a local part without a plus where anything may stand behind one, but got "
                            + address.localPart()));
        }
        List<EmailAddress> behind = book.behindPlus(organisation, draft.domain(), address.localPart());
        if (!behind.isEmpty()) {
            refusals.add(new Refusal(
                    "plusAddressing",
                    "expected no address of its own behind the plus, but there is " + behind.getFirst()));
        }
    }

    /** A hidden recipient that leads back to the address would send each reply in a circle. */
    private void checkHiddenBcc(SignedInUser user, EmailAddress address, AddressDraft draft, List<Refusal> refusals) {
        List<EmailAddress> recipients = draft.hiddenBcc().addresses();
        for (int index = 0; index < recipients.size(); index++) {
            if (reaches(user, recipients.get(index), address, draft.reception())) {
                refusals.add(new Refusal(
                        "hiddenBcc[" + index + "]",
                        "expected recipients other than the address itself, but mail to %s comes back to it"
                                .formatted(recipients.get(index))));
            }
        }
    }

    private boolean reaches(SignedInUser user, EmailAddress recipient, EmailAddress address, Reception reception) {
        if (!recipient.domain().equals(address.domain())) {
            return false;
        }
        boolean byName = recipient.equals(address);
        boolean byPlus = reception.plusAddressing()
                && recipient.localPart().beforePlus().equals(address.localPart().value());
        return byName
                || byPlus
                || (reception.catchAll() && holder(user, recipient).isEmpty());
    }

    private @Nullable OwnAddress own(
            SignedInUser user,
            String field,
            EmailAddress itself,
            @Nullable EmailAddress named,
            List<Refusal> refusals) {
        if (named == null) {
            return null;
        }
        if (named.equals(itself)) {
            return new OwnAddress(named, null);
        }
        var configured = holder(user, named);
        if (configured.isEmpty()) {
            refusals.add(new Refusal(
                    field,
                    "expected the address itself or one that is configured in your organisation, but got " + named));
            return null;
        }
        return new OwnAddress(named, new Id<Address>(configured.get()));
    }

    private Optional<String> holder(SignedInUser user, EmailAddress address) {
        return store.holder(user.organisationId(), Address.KIND, address.toString());
    }

    /**
     * How many addresses a domain may have.
     *
     * @param perDomain at least 1
     */
    public record AddressLimit(int perDomain) {

        /** Checks the range. */
        public AddressLimit {
            if (perDomain < 1) {
                throw new IllegalArgumentException(
                        "expected a limit of at least 1 address a domain, but got " + perDomain);
            }
        }
    }
}
