package org.postroom.domain.removal;

import java.util.ArrayList;
import java.util.List;
import org.postroom.domain.address.Address;
import org.postroom.domain.address.AddressBook;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Id;
import org.postroom.domain.interaction.Interactions;
import org.postroom.domain.maildomain.DomainSettings.WhenUnverified;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.maildomain.MailDomain.DomainType;
import org.postroom.mail.DomainName;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;

/** Removes a mail domain together with its addresses. */
public final class DomainRemovals {

    private final Directory<MailDomain> domains;
    private final Directory<Address> addresses;
    private final AddressBook book;
    private final Interactions interactions;
    private final Changes changes;

    /** Takes what is removed and what is asked before. */
    public DomainRemovals(
            Directory<MailDomain> domains,
            Directory<Address> addresses,
            AddressBook book,
            Interactions interactions,
            Changes changes) {
        this.domains = domains;
        this.addresses = addresses;
        this.book = book;
        this.interactions = interactions;
        this.changes = changes;
    }

    /**
     * Tells what removing a domain would do.
     *
     * @throws NotFoundException where there is no such domain
     */
    public Removal preview(SignedInUser user, String id) {
        MailDomain domain = domains.get(user, id).value();
        List<String> ids = book.inDomain(user.organisationId(), new Id<MailDomain>(id));
        List<String> labels = ids.stream()
                .map(address -> addresses.get(user, address).value().label())
                .toList();
        int open = interactions.open(user.organisationId(), ids);
        return new Removal(
                domain.name().value(),
                labels,
                open,
                obstacles(user, id, domain),
                consequences(user, domain, labels.size(), open));
    }

    /**
     * Removes a domain and its addresses.
     *
     * @param name the domain's name, which confirms that this one is meant
     * @param despiteOpenInteractions true where open interactions are no reason to stop
     * @throws NotFoundException where there is no such domain
     * @throws InvalidFieldException where the name is another one
     * @throws ConflictException where addresses of other domains need its addresses, or interactions are open
     */
    public void remove(SignedInUser user, String id, String name, boolean despiteOpenInteractions) {
        changes.inOrganisation(user.organisationId(), () -> {
            Removal removal = preview(user, id);
            checkName(removal.name(), name);
            removal.checkPossible(despiteOpenInteractions);
            addresses.removeTogether(user, book.inDomain(user.organisationId(), new Id<MailDomain>(id)));
            domains.remove(user, id);
            return removal;
        });
    }

    private static void checkName(String expected, String given) {
        try {
            if (new DomainName(given).value().equals(expected)) {
                return;
            }
        } catch (IllegalArgumentException noName) {
            throw wrongName(expected, given);
        }
        throw wrongName(expected, given);
    }

    private static InvalidFieldException wrongName(String expected, String given) {
        return new InvalidFieldException(
                "name", "expected the name %s, to confirm its removal, but got \"%s\"".formatted(expected, given));
    }

    private List<String> obstacles(SignedInUser user, String id, MailDomain domain) {
        List<String> users = book.usersFromOutside(user.organisationId(), new Id<MailDomain>(id));
        return users.isEmpty()
                ? List.of()
                : List.of("expected no other domain's addresses to answer in the name of %s, but these do: %s."
                        .formatted(domain.name(), String.join(", ", users)));
    }

    private List<String> consequences(SignedInUser user, MailDomain domain, int count, int open) {
        List<String> sentences = new ArrayList<>();
        if (count > 0) {
            sentences.add("Mail to its %s is refused from now on, and their settings are gone."
                    .formatted(counted(count, "address", "addresses")));
        }
        if (open > 0) {
            sentences.add("Replies in %s cannot leave any more, and the customers' next mails are refused."
                    .formatted(counted(open, "open interaction", "open interactions")));
        }
        sentences.add(
                domain.type() == DomainType.SYSTEM
                        ? "No mail leaves from " + domain.name()
                                + " any more; it can be added again under the same name."
                        : "Its records in the DNS prove nothing any more and should be removed there; its DKIM keys are destroyed.");
        if (domain.type() == DomainType.SYSTEM) {
            domains.all(user).stream()
                    .map(Entry::value)
                    .filter(other -> other.settings().whenUnverified() == WhenUnverified.SYSTEM_DOMAIN)
                    .map(other -> "While %s may not send, its mail waits, since there is no system domain to send from."
                            .formatted(other.name()))
                    .forEach(sentences::add);
        }
        return sentences;
    }

    static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
