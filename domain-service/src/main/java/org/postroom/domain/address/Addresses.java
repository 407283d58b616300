package org.postroom.domain.address;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.address.Answering.OwnAddress;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.security.SignedInUser;

/** Adds and changes addresses; what they name must be the organisation's own. */
public final class Addresses {

    private final Directory<Address> addresses;
    private final Directory<MailDomain> domains;
    private final EntryStore store;
    private final Changes changes;

    /** Takes the directories of addresses and of the domains they belong to. */
    public Addresses(Directory<Address> addresses, Directory<MailDomain> domains, EntryStore store, Changes changes) {
        this.addresses = addresses;
        this.domains = domains;
        this.store = store;
        this.changes = changes;
    }

    /** Adds an address, as {@link Directory#create(SignedInUser, org.postroom.domain.directory.Configured)} does. */
    public Entry<Address> create(SignedInUser user, AddressDraft draft) {
        return changes.inOrganisation(
                user.organisationId(), () -> addresses.create(user, resolve(user, emailAddress(user, draft), draft)));
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

    private EmailAddress emailAddress(SignedInUser user, AddressDraft draft) {
        MailDomain domain = domains.find(user, draft.domain().value())
                .map(Entry::value)
                .orElseThrow(() -> new InvalidFieldException(
                        "domainId",
                        "expected a domain of your organisation, but there is none with the identifier "
                                + draft.domain().value()));
        return new EmailAddress(draft.localPart(), domain.name());
    }

    private Address resolve(SignedInUser user, EmailAddress address, AddressDraft draft) {
        if (draft.hiddenBcc().addresses().contains(address)) {
            throw new InvalidFieldException(
                    "hiddenBcc", "expected recipients other than the address itself, but it is among them");
        }
        var answering = new Answering(
                draft.fromName(),
                own(user, "fromAddress", address, address.equals(draft.from()) ? null : draft.from()),
                own(user, "replyTo", address, draft.replyTo()),
                draft.hiddenBcc(),
                draft.signature(),
                draft.history(),
                draft.multipleActions());
        return new Address(draft.domain(), address, draft.route(), answering);
    }

    private @Nullable OwnAddress own(
            SignedInUser user, String field, EmailAddress itself, @Nullable EmailAddress named) {
        if (named == null) {
            return null;
        }
        if (named.equals(itself)) {
            return new OwnAddress(named, null);
        }
        return store.holder(user.organisationId(), Address.KIND, named.toString())
                .map(id -> new OwnAddress(named, new AddressId(id)))
                .orElseThrow(() -> new InvalidFieldException(
                        field,
                        "expected the address itself or one that is configured in your organisation, but got "
                                + named));
    }
}
