package org.postroom.inbound.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The domains of every organisation, by the names that mail for them is addressed to. */
final class DomainTable {

    private final Map<String, Domain> domains = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byName = new ConcurrentHashMap<>();
    private final Map<String, String> byBounceName = new ConcurrentHashMap<>();
    private final Map<String, String> byRedirectAddress = new ConcurrentHashMap<>();

    /** A domain is the organisation's; nothing changes where it is known. */
    void add(String domainId, String organisationId, String name) {
        domains.computeIfAbsent(domainId, id -> new Domain(domainId, organisationId, fold(name), null, null, null));
        byName.computeIfAbsent(fold(name), folded -> ConcurrentHashMap.newKeySet())
                .add(domainId);
    }

    /** A domain receives since the moment given, or no longer where it is null. */
    void receives(String domainId, @Nullable Instant since) {
        domains.computeIfPresent(domainId, (id, domain) -> domain.receiving(since));
    }

    /** A domain has these names besides its own. */
    void alias(String domainId, @Nullable String bounceName, @Nullable String redirectAddress) {
        @Nullable Domain before = domains.get(domainId);
        if (before == null) {
            return;
        }
        @Nullable String bounces = bounceName == null ? null : fold(bounceName);
        @Nullable String redirect = redirectAddress == null ? null : fold(redirectAddress);
        forgetAliases(before);
        domains.put(domainId, before.alias(bounces, redirect));
        if (bounces != null) {
            byBounceName.put(bounces, domainId);
        }
        if (redirect != null) {
            byRedirectAddress.put(redirect, domainId);
        }
    }

    void remove(String domainId) {
        @Nullable Domain removed = domains.remove(domainId);
        if (removed != null) {
            byName.computeIfPresent(removed.name(), (name, ids) -> {
                ids.remove(domainId);
                return ids.isEmpty() ? null : ids;
            });
            forgetAliases(removed);
        }
    }

    /** True where any organisation added a domain of this name. */
    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** The domain that receives under its own name; of several, the one that was verified first. */
    Optional<Domain> receiving(String name) {
        return byName.getOrDefault(name, Set.of()).stream()
                .map(domains::get)
                .filter(domain -> domain != null && domain.receivingSince() != null)
                .min(Comparator.comparing(Domain::firstVerified).thenComparing(Domain::domainId));
    }

    /** The domain whose bounces go to this name. */
    Optional<Domain> bouncing(String name) {
        return Optional.ofNullable(byBounceName.get(name)).map(domains::get);
    }

    /** The domain that another mail system redirects to by this address. */
    Optional<Domain> redirecting(String address) {
        return Optional.ofNullable(byRedirectAddress.get(address)).map(domains::get);
    }

    private void forgetAliases(Domain domain) {
        if (domain.bounceName() != null) {
            byBounceName.remove(domain.bounceName(), domain.domainId());
        }
        if (domain.redirectAddress() != null) {
            byRedirectAddress.remove(domain.redirectAddress(), domain.domainId());
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A domain; its names are in lower case. */
    record Domain(
            String domainId,
            String organisationId,
            String name,
            @Nullable Instant receivingSince,
            @Nullable String bounceName,
            @Nullable String redirectAddress) {

        Instant firstVerified() {
            return receivingSince == null ? Instant.MAX : receivingSince;
        }

        /** The first moment counts where it is told again. */
        Domain receiving(@Nullable Instant since) {
            @Nullable Instant first = since == null || receivingSince == null ? since : receivingSince;
            return new Domain(domainId, organisationId, name, first, bounceName, redirectAddress);
        }

        Domain alias(@Nullable String bounces, @Nullable String redirect) {
            return new Domain(domainId, organisationId, name, receivingSince, bounces, redirect);
        }
    }
}
