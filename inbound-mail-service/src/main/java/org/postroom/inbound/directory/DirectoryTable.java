package org.postroom.inbound.directory;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The directory as a table in memory, kept by one writer and read by any number of sessions. Domains and addresses may
 * arrive in any order, and each change may arrive more than once.
 *
 * <p>Several organisations may have added a domain of the same name. What is addressed to the name, and what bounces to a
 * name below it, is for the one that has proven the name, and verification sees to it that there is one at most; what is
 * redirected is for whoever's token it names. Of two that were verified for a name, the first has its mail, so that nobody
 * can take over the mail of a domain that is in use.
 *
 * <p>Mail for a domain has up to three kinds of addresses: under its own name; under the name below it that bounces go
 * to; and, where another mail system redirects to us, {@code <local part>.<token>@<redirect host>}, whose secret token
 * stands for the domain. Who knows the token may write to the domain's addresses before it is verified, since that is
 * how the redirect is proven.
 */
public final class DirectoryTable implements Directory {

    private static final char TOKEN_BEGINS = '.';

    private final DomainTable domains = new DomainTable();
    private final AddressTable addresses = new AddressTable();
    private final Map<String, Set<String>> heldBack = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> unreadableAddresses = new ConcurrentHashMap<>();
    private final Map<String, MailRules> rules = new ConcurrentHashMap<>();

    /** Makes an empty table: every domain is not ours. */
    public DirectoryTable() {}

    /** An organisation added a domain: it is known, but receives nothing yet. */
    public void addDomain(String domainId, String organisationId, String name) {
        domains.add(domainId, organisationId, name);
    }

    /** A domain, whose name is proven, may receive from now on; the first moment counts where it is told again. */
    public void openDomain(String domainId, String organisationId, String name, Instant since) {
        domains.add(domainId, organisationId, name);
        domains.receives(domainId, since);
        domains.nameProven(domainId, since);
    }

    /** A domain may receive from now on what is redirected to it, but nothing that is addressed to its own name. */
    public void openRedirect(String domainId, String organisationId, String name, Instant since) {
        domains.add(domainId, organisationId, name);
        domains.receivesRedirected(domainId, since);
    }

    /** A domain's name was proven to be the organisation's, which says nothing of whether it receives. */
    public void proveName(String domainId, String organisationId, String name, Instant at) {
        domains.add(domainId, organisationId, name);
        domains.nameProven(domainId, at);
    }

    /** A domain may no longer receive, but is still the organisation's. */
    public void closeDomain(String domainId, String organisationId, String name) {
        domains.add(domainId, organisationId, name);
        domains.receivesNothing(domainId);
    }

    /**
     * Sets the other names of a domain.
     *
     * @param bounceName the name that bounces go to, or null
     * @param redirectAddress {@code <token>@<redirect host>}, or null
     */
    public void aliasDomain(String domainId, @Nullable String bounceName, @Nullable String redirectAddress) {
        domains.alias(domainId, bounceName, redirectAddress);
    }

    /** An organisation gave a domain up. */
    public void removeDomain(String domainId) {
        domains.remove(domainId);
    }

    /** Sets an address, whether it is new or changed. */
    public void putAddress(ConfiguredAddress address) {
        addresses.put(address);
    }

    /** Removes an address; nothing happens where it is not there. */
    public void removeAddress(String addressId) {
        addresses.remove(addressId);
    }

    /**
     * An organisation's mail is to wait at its senders, until every reason for it is gone.
     *
     * @param reason tells one reason from others
     */
    public void holdBack(String organisationId, String reason) {
        heldBack.computeIfAbsent(organisationId, id -> ConcurrentHashMap.newKeySet())
                .add(reason);
    }

    /** A reason to hold an organisation's mail back is gone; nothing happens where there was none. */
    public void letThrough(String organisationId, String reason) {
        without(heldBack, organisationId, reason);
    }

    /** What an address is cannot be read; until it can, nobody says that the organisation has no such address. */
    public void unreadableAddress(String organisationId, String addressId) {
        unreadableAddresses
                .computeIfAbsent(organisationId, id -> ConcurrentHashMap.newKeySet())
                .add(addressId);
    }

    /** An address can be read again, or is gone. */
    public void readableAddress(String organisationId, String addressId) {
        without(unreadableAddresses, organisationId, addressId);
    }

    /** Sets an organisation's rules for mail. */
    public void putRules(String organisationId, MailRules rulesForMail) {
        rules.put(organisationId, rulesForMail);
    }

    /** An organisation has no rules of its own any more. */
    public void removeRules(String organisationId) {
        rules.remove(organisationId);
    }

    @Override
    public MailRules rulesOf(String organisationId) {
        return rules.getOrDefault(organisationId, MailRules.USUAL);
    }

    @Override
    public DirectoryAnswer find(String localPart, String domainName) {
        String name = domainName.toLowerCase(Locale.ROOT);
        String local = localPart.toLowerCase(Locale.ROOT);
        return name.isEmpty() ? findPostmaster(local) : findIn(local, name);
    }

    /** The host's own postmaster is that of the domain that receives longest, where all that do are one organisation's. */
    private DirectoryAnswer findPostmaster(String local) {
        return local.equals(Directory.POSTMASTER)
                ? domains.oldestOfTheOnlyOrganisation()
                        .map(domain -> findIn(domain, local, this::receives))
                        .orElseGet(DirectoryAnswer.NoSuchAddress::new)
                : new DirectoryAnswer.NoSuchAddress();
    }

    @Override
    public DirectoryAnswer withId(String organisationId, String addressId) {
        if (heldBack.containsKey(organisationId)) {
            return new DirectoryAnswer.SuspendedOrganisation();
        }
        return addresses
                .withId(organisationId, addressId)
                .map(this::receives)
                .orElseGet(() -> unreadableAddresses.containsKey(organisationId)
                        ? new DirectoryAnswer.NotReady()
                        : new DirectoryAnswer.NoSuchAddress());
    }

    @Override
    public Optional<String> nameOf(String organisationId, String addressId) {
        return addresses
                .withId(organisationId, addressId)
                .flatMap(address ->
                        domains.nameOf(address.domainId()).map(domain -> address.localPart() + "@" + domain));
    }

    private DirectoryAnswer findIn(String local, String name) {
        return domains.receiving(name)
                .map(domain -> findIn(domain, local, this::receives))
                .or(() -> findByRedirect(local, name))
                .or(() -> domains.bouncing(name).map(domain -> findIn(domain, local, DirectoryTable::takesBounce)))
                .orElseGet(() -> domains.knows(name)
                        ? new DirectoryAnswer.UnverifiedDomain()
                        : new DirectoryAnswer.NotOurDomain());
    }

    @Override
    public boolean owns(String organisationId, String domainName) {
        String name = domainName.toLowerCase(Locale.ROOT);
        while (!name.isEmpty()) {
            if (domains.isProvenBy(organisationId, name)) {
                return true;
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return false;
    }

    private Optional<DirectoryAnswer> findByRedirect(String local, String host) {
        int token = local.lastIndexOf(TOKEN_BEGINS);
        return domains.redirecting(local.substring(token + 1) + '@' + host)
                .map(domain -> findIn(
                        domain, token < 0 ? "" : local.substring(0, token), address -> redirected(address, domain)));
    }

    private DirectoryAnswer findIn(
            DomainTable.Domain domain, String local, Function<ConfiguredAddress, DirectoryAnswer> answer) {
        if (heldBack.containsKey(domain.organisationId())) {
            return new DirectoryAnswer.SuspendedOrganisation();
        }
        Optional<DirectoryAnswer> found = addresses
                .find(domain.domainId(), local)
                .filter(address -> address.organisationId().equals(domain.organisationId()))
                .map(answer);
        return found.filter(DirectoryAnswer.Receives.class::isInstance)
                .or(() -> addresses
                        .inTheRoleOf(local, domain.domainId())
                        .filter(address -> address.organisationId().equals(domain.organisationId()))
                        .map(answer))
                .or(() -> found)
                .orElseGet(() -> unreadableAddresses.containsKey(domain.organisationId())
                        ? new DirectoryAnswer.NotReady()
                        : new DirectoryAnswer.NoSuchAddress());
    }

    private static void without(Map<String, Set<String>> all, String organisationId, String element) {
        all.computeIfPresent(organisationId, (id, elements) -> {
            elements.remove(element);
            return elements.isEmpty() ? null : elements;
        });
    }

    private DirectoryAnswer receives(ConfiguredAddress address) {
        return address.receives() ? takesBounce(address) : new DirectoryAnswer.SendsOnly();
    }

    /** An address that only sends has bounces all the same. */
    private static DirectoryAnswer takesBounce(ConfiguredAddress address) {
        return new DirectoryAnswer.Receives(address.organisationId(), address.addressId());
    }

    private DirectoryAnswer redirected(ConfiguredAddress address, DomainTable.Domain domain) {
        if (!address.receives()) {
            return new DirectoryAnswer.SendsOnly();
        }
        return new DirectoryAnswer.Receives(
                address.organisationId(),
                address.addressId(),
                domain.receivingSince() == null
                        ? new DirectoryAnswer.UnprovenRedirect(domain.domainId(), domain.name())
                        : null,
                true);
    }
}
