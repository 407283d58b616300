package org.postroom.inbound.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The domains of every organisation, by the names that mail for them is addressed to. */
final class DomainTable {

    private final Map<String, Domain> domains = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byName = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byBounceName = new ConcurrentHashMap<>();
    private final Map<String, String> byRedirectAddress = new ConcurrentHashMap<>();

    /** A domain is the organisation's; nothing changes where it is known. */
    void add(String domainId, String organisationId, String name) {
        domains.computeIfAbsent(domainId, id -> Domain.added(domainId, organisationId, fold(name)));
        put(byName, fold(name), domainId);
    }

    /** A domain receives since the moment given what is addressed to its own name, and what is redirected to it. */
    void receives(String domainId, Instant since) {
        domains.computeIfPresent(domainId, (id, domain) -> domain.receiving(since, true));
    }

    /** A domain receives since the moment given what is redirected to it, and nothing else. */
    void receivesRedirected(String domainId, Instant since) {
        domains.computeIfPresent(domainId, (id, domain) -> domain.receiving(since, false));
    }

    /** A domain does not receive any longer. */
    void receivesNothing(String domainId) {
        domains.computeIfPresent(domainId, (id, domain) -> domain.receiving(null, false));
    }

    /** It was proven at this moment that the domain's name is the organisation's. */
    void nameProven(String domainId, Instant at) {
        domains.computeIfPresent(domainId, (id, domain) -> domain.proven(at));
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
            put(byBounceName, bounces, domainId);
        }
        if (redirect != null) {
            byRedirectAddress.put(redirect, domainId);
        }
    }

    void remove(String domainId) {
        @Nullable Domain removed = domains.remove(domainId);
        if (removed != null) {
            take(byName, removed.name(), domainId);
            forgetAliases(removed);
        }
    }

    /** A domain's own name; empty where it is not known. */
    Optional<String> nameOf(String domainId) {
        return Optional.ofNullable(domains.get(domainId)).map(Domain::name);
    }

    /** True where any organisation added a domain of this name. */
    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** True where the organisation has a domain of this name that was proven, or receives. */
    boolean isProvenBy(String organisationId, String name) {
        return called(byName, name)
                .anyMatch(domain -> domain.organisationId().equals(organisationId)
                        && (domain.provenAt() != null || domain.receivingSince() != null));
    }

    /** The domain that receives under its own name; of several, the one that was verified first. */
    Optional<Domain> receiving(String name) {
        return called(byName, name)
                .filter(domain -> domain.byName() && domain.receivingSince() != null)
                .min(Comparator.comparing(Domain::firstVerified).thenComparing(Domain::domainId));
    }

    /** Of the domains that receive under their own names the one that does so longest, where one organisation has them all. */
    Optional<Domain> oldestOfTheOnlyOrganisation() {
        var receiving = domains.values().stream()
                .filter(domain -> domain.byName() && domain.receivingSince() != null)
                .toList();
        return receiving.stream().map(Domain::organisationId).distinct().count() == 1
                ? receiving.stream()
                        .min(Comparator.comparing(Domain::firstVerified).thenComparing(Domain::domainId))
                : Optional.empty();
    }

    /**
     * The domain whose bounces go to this name: of those that use it, the one whose name was proven last, since a name that
     * was given up may be proven by another organisation. Bounces come late, so the proof need not be there any more.
     */
    Optional<Domain> bouncing(String name) {
        return called(byBounceName, name)
                .filter(domain -> domain.provenAt() != null)
                .max(Comparator.comparing(Domain::lastProven).thenComparing(Domain::domainId));
    }

    /** The domain that another mail system redirects to by this address. */
    Optional<Domain> redirecting(String address) {
        return Optional.ofNullable(byRedirectAddress.get(address)).map(domains::get);
    }

    private void forgetAliases(Domain domain) {
        if (domain.bounceName() != null) {
            take(byBounceName, domain.bounceName(), domain.domainId());
        }
        if (domain.redirectAddress() != null) {
            byRedirectAddress.remove(domain.redirectAddress(), domain.domainId());
        }
    }

    private Stream<Domain> called(Map<String, Set<String>> names, String name) {
        return names.getOrDefault(name, Set.of()).stream().map(domains::get).filter(Objects::nonNull);
    }

    private static void put(Map<String, Set<String>> names, String name, String domainId) {
        names.computeIfAbsent(name, absent -> ConcurrentHashMap.newKeySet()).add(domainId);
    }

    private static void take(Map<String, Set<String>> names, String name, String domainId) {
        names.computeIfPresent(name, (key, ids) -> {
            ids.remove(domainId);
            return ids.isEmpty() ? null : ids;
        });
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * A domain; its names are in lower case.
     *
     * @param receivingSince since when it receives; null where it does not
     * @param byName whether it receives what is addressed to its own name, too, and not only what is redirected
     * @param provenAt when its name was last proven to be the organisation's; null where it never was
     */
    record Domain(
            String domainId,
            String organisationId,
            String name,
            @Nullable Instant receivingSince,
            boolean byName,
            @Nullable Instant provenAt,
            @Nullable String bounceName,
            @Nullable String redirectAddress) {

        static Domain added(String domainId, String organisationId, String name) {
            return new Domain(domainId, organisationId, name, null, false, null, null, null);
        }

        Instant firstVerified() {
            return receivingSince == null ? Instant.MAX : receivingSince;
        }

        Instant lastProven() {
            return provenAt == null ? Instant.MIN : provenAt;
        }

        /** The first moment counts where the same is told again. */
        Domain receiving(@Nullable Instant since, boolean underItsName) {
            boolean same = since != null && receivingSince != null && byName == underItsName;
            @Nullable Instant first = same ? receivingSince : since;
            return new Domain(
                    domainId, organisationId, name, first, underItsName, provenAt, bounceName, redirectAddress);
        }

        Domain proven(Instant at) {
            @Nullable Instant last = provenAt == null || provenAt.isBefore(at) ? at : provenAt;
            return new Domain(
                    domainId, organisationId, name, receivingSince, byName, last, bounceName, redirectAddress);
        }

        Domain alias(@Nullable String bounces, @Nullable String redirect) {
            return new Domain(domainId, organisationId, name, receivingSince, byName, provenAt, bounces, redirect);
        }
    }
}
