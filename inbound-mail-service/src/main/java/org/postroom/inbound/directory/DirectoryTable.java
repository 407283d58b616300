package org.postroom.inbound.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The directory as a table in memory, kept by one writer and read by any number of sessions. Domains and addresses may
 * arrive in any order, and each change may arrive more than once.
 *
 * <p>Where several organisations have added a domain of the same name, the one that was verified first has it, so that
 * nobody can take over the mail of a domain that is in use.
 */
public final class DirectoryTable implements Directory {

    private final Map<String, Domain> domains = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Domain>> domainsByName = new ConcurrentHashMap<>();
    private final Map<String, Address> addresses = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Address>> addressesByDomain = new ConcurrentHashMap<>();

    /** Makes an empty table: every domain is not ours. */
    public DirectoryTable() {}

    /** An organisation added a domain: it is known, but receives nothing yet. */
    public void addDomain(String domainId, String organisationId, String name) {
        put(new Domain(domainId, organisationId, fold(name), null));
    }

    /** A domain may receive from now on; the first moment counts where it is told again. */
    public void openDomain(String domainId, String organisationId, String name, Instant since) {
        @Nullable Domain present = domains.get(domainId);
        Instant first = present == null || present.receivingSince() == null ? since : present.receivingSince();
        put(new Domain(domainId, organisationId, fold(name), first));
    }

    /** A domain may no longer receive, but is still the organisation's. */
    public void closeDomain(String domainId, String organisationId, String name) {
        put(new Domain(domainId, organisationId, fold(name), null));
    }

    /** An organisation gave a domain up. */
    public void removeDomain(String domainId) {
        @Nullable Domain removed = domains.remove(domainId);
        if (removed != null) {
            domainsByName.computeIfPresent(removed.name(), (name, all) -> without(all, domainId));
        }
    }

    /**
     * Sets an address, whether it is new or changed.
     *
     * @param receives false for an address that only sends
     */
    public void putAddress(
            String addressId, String organisationId, String domainId, String localPart, boolean receives) {
        Address address = new Address(addressId, organisationId, domainId, fold(localPart), receives);
        @Nullable Address before = addresses.put(addressId, address);
        addressesByDomain
                .computeIfAbsent(domainId, id -> new ConcurrentHashMap<>())
                .put(address.localPart(), address);
        if (before != null && !address.isAtPlaceOf(before)) {
            forget(before);
        }
    }

    /** Removes an address; nothing happens where it is not there. */
    public void removeAddress(String addressId) {
        @Nullable Address removed = addresses.remove(addressId);
        if (removed != null) {
            forget(removed);
        }
    }

    @Override
    public DirectoryAnswer find(String localPart, String domainName) {
        Map<String, Domain> named = domainsByName.getOrDefault(fold(domainName), Map.of());
        if (named.isEmpty()) {
            return new DirectoryAnswer.NotOurDomain();
        }
        Optional<Domain> receiving = named.values().stream()
                .filter(domain -> domain.receivingSince() != null)
                .min(Comparator.comparing(Domain::firstVerified).thenComparing(Domain::domainId));
        return receiving
                .map(domain -> findIn(domain, fold(localPart)))
                .orElseGet(DirectoryAnswer.UnverifiedDomain::new);
    }

    private DirectoryAnswer findIn(Domain domain, String localPart) {
        @Nullable
        Address address =
                addressesByDomain.getOrDefault(domain.domainId(), Map.of()).get(localPart);
        if (address == null || !address.organisationId().equals(domain.organisationId())) {
            return new DirectoryAnswer.NoSuchAddress();
        }
        return address.receives()
                ? new DirectoryAnswer.Receives(address.organisationId(), address.addressId())
                : new DirectoryAnswer.SendsOnly();
    }

    private void put(Domain domain) {
        domains.put(domain.domainId(), domain);
        domainsByName
                .computeIfAbsent(domain.name(), name -> new ConcurrentHashMap<>())
                .put(domain.domainId(), domain);
    }

    private void forget(Address address) {
        addressesByDomain.computeIfPresent(address.domainId(), (id, all) -> {
            all.remove(address.localPart(), address);
            return all.isEmpty() ? null : all;
        });
    }

    private static <V> @Nullable Map<String, V> without(Map<String, V> map, String key) {
        map.remove(key);
        return map.isEmpty() ? null : map;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private record Domain(
            String domainId,
            String organisationId,
            String name,
            @Nullable Instant receivingSince) {

        Instant firstVerified() {
            return receivingSince == null ? Instant.MAX : receivingSince;
        }
    }

    private record Address(
            String addressId, String organisationId, String domainId, String localPart, boolean receives) {

        boolean isAtPlaceOf(Address other) {
            return domainId.equals(other.domainId) && localPart.equals(other.localPart);
        }
    }
}
