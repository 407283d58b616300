package org.postroom.inbound.directory;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.ThreadTokens;

/** The addresses of every domain, by what they take. */
final class AddressTable {

    private static final char DETAIL_BEGINS = '+';

    /** Every domain that receives has to have them (RFC 5321, section 4.5.1; RFC 2142, section 4). */
    private static final Set<String> ROLES = Set.of("postmaster", "abuse");

    private final Map<String, ConfiguredAddress> addresses = new ConcurrentHashMap<>();
    private final Map<String, Map<String, ConfiguredAddress>> byDomain = new ConcurrentHashMap<>();
    private final Map<String, ConfiguredAddress> catchAlls = new ConcurrentHashMap<>();

    void put(ConfiguredAddress address) {
        @Nullable ConfiguredAddress before = addresses.put(address.addressId(), address);
        byDomain.computeIfAbsent(address.domainId(), id -> new ConcurrentHashMap<>())
                .put(address.localPart(), address);
        if (address.catchAll()) {
            catchAlls.put(address.domainId(), address);
        }
        if (before != null && !before.equals(address)) {
            forget(before);
        }
    }

    void remove(String addressId) {
        @Nullable ConfiguredAddress removed = addresses.remove(addressId);
        if (removed != null) {
            forget(removed);
        }
    }

    /** An address of an organisation by its identifier. */
    Optional<ConfiguredAddress> withId(String organisationId, String addressId) {
        return Optional.ofNullable(addresses.get(addressId))
                .filter(address -> address.organisationId().equals(organisationId));
    }

    /**
     * Finds who takes mail for a local part: the address of that name, else the one of that name without a token of ours, else
     * the one of that name without its detail where it has details, else the one that catches all. Whether the token is genuine
     * is asked later: where it is not, the mail is one without a token.
     */
    Optional<ConfiguredAddress> find(String domainId, String localPart) {
        Map<String, ConfiguredAddress> all = byDomain.getOrDefault(domainId, Map.of());
        return Optional.ofNullable(all.get(localPart))
                .or(() -> withoutToken(all, localPart))
                .or(() -> withoutDetail(all, localPart))
                .or(() -> Optional.ofNullable(catchAlls.get(domainId)));
    }

    private static Optional<ConfiguredAddress> withoutToken(Map<String, ConfiguredAddress> all, String localPart) {
        return ThreadTokens.inLocalPart(localPart) == null
                ? Optional.empty()
                : Optional.ofNullable(all.get(localPart.substring(0, localPart.lastIndexOf(DETAIL_BEGINS))));
    }

    private static Optional<ConfiguredAddress> withoutDetail(Map<String, ConfiguredAddress> all, String localPart) {
        int detail = localPart.indexOf(DETAIL_BEGINS);
        return detail < 1
                ? Optional.empty()
                : Optional.ofNullable(all.get(localPart.substring(0, detail)))
                        .filter(ConfiguredAddress::plusAddressing);
    }

    /**
     * Finds who takes mail for {@code postmaster} or {@code abuse} where nobody was found who receives: the first of the
     * domain's addresses that receives, in the order of their names, so that every replica finds the same one.
     */
    Optional<ConfiguredAddress> inTheRoleOf(String localPart, String domainId) {
        return ROLES.contains(localPart)
                ? byDomain.getOrDefault(domainId, Map.of()).values().stream()
                        .filter(ConfiguredAddress::receives)
                        .min(Comparator.comparing(ConfiguredAddress::localPart))
                : Optional.empty();
    }

    /** Forgets what an address took before; another may have taken its place in between. */
    private void forget(ConfiguredAddress before) {
        byDomain.computeIfPresent(before.domainId(), (id, all) -> {
            all.remove(before.localPart(), before);
            return all.isEmpty() ? null : all;
        });
        catchAlls.remove(before.domainId(), before);
    }
}
