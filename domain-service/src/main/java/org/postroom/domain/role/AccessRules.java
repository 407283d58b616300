package org.postroom.domain.role;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Id;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.ForbiddenFieldsException;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;
import org.postroom.runtime.security.SignedInUser;

/**
 * What every change of roles and of who has them must keep: nobody gives or takes a permission that they lack, and an
 * organisation that has an agent who administers it keeps one. Changes of an organisation happen one after the other, so
 * that two of them cannot each take one of the last two administrators away.
 */
public final class AccessRules {

    /**
     * What at least one agent must keep, if one has it: whoever manages the directory can give roles, and whoever manages
     * mail besides can give all that an administrator needs. Who gives must have, so nobody could bring it back.
     */
    private static final List<Set<Permission>> ADMINISTRATION = List.of(
            EnumSet.of(Permission.MANAGE_DIRECTORY),
            EnumSet.of(Permission.MANAGE_DIRECTORY, Permission.MANAGE_EMAIL_ROUTING));

    private final Directory<Role> roles;
    private final RoleHolders holders;
    private final Changes changes;

    /** Takes the roles and who has them. */
    public AccessRules(Directory<Role> roles, RoleHolders holders, Changes changes) {
        this.roles = roles;
        this.holders = holders;
        this.changes = changes;
    }

    /**
     * Runs a change, and takes it back where it leaves no agent who administers the organisation although there was one.
     *
     * @throws ConflictException in that case
     */
    public <R> R keepingAnAdministrator(SignedInUser user, Supplier<R> steps) {
        return changes.inOrganisation(user.organisationId(), () -> {
            List<Set<Permission>> before = held(user);
            R result = steps.get();
            List<Set<Permission>> after = held(user);
            ADMINISTRATION.stream()
                    .filter(needed -> anyoneHas(before, needed) && !anyoneHas(after, needed))
                    .findFirst()
                    .ifPresent(lost -> {
                        throw new ConflictException(
                                "expected that an agent of your organisation keeps the permission %s, but nobody would have it any more"
                                        .formatted(named(lost)));
                    });
            return result;
        });
    }

    /**
     * Checks that a user has all that a change gives and takes.
     *
     * @throws ForbiddenFieldsException where the user lacks a permission; it names all of them
     * @see GiveAndTake
     */
    public <G> void checkMayChange(
            SignedInUser user,
            String field,
            Collection<G> before,
            List<G> after,
            Function<G, ? extends Collection<Permission>> permissions) {
        List<Refusal> refusals = GiveAndTake.refusals(user.permissions(), field, before, after, permissions);
        if (!refusals.isEmpty()) {
            throw new ForbiddenFieldsException(refusals);
        }
    }

    /** The permissions of a role; none where it does not exist, which the directory refuses. */
    public List<Permission> permissions(SignedInUser user, Id<Role> role) {
        return roles.find(user, role.value())
                .map(Entry::value)
                .map(Role::permissions)
                .orElse(List.of());
    }

    /** What agents have by their roles, each combination of roles once. */
    private List<Set<Permission>> held(SignedInUser user) {
        Map<Id<Role>, List<Permission>> given = new HashMap<>();
        roles.all(user)
                .forEach(role -> given.put(new Id<Role>(role.id()), role.value().permissions()));
        return holders.combinations(user).stream()
                .map(combination -> combination.stream()
                        .flatMap(role -> given.getOrDefault(role, List.of()).stream())
                        .collect(Collectors.toSet()))
                .toList();
    }

    private static boolean anyoneHas(List<Set<Permission>> held, Set<Permission> needed) {
        return held.stream().anyMatch(permissions -> permissions.containsAll(needed));
    }

    private static String named(Set<Permission> permissions) {
        return permissions.stream().map(Permission::permissionName).collect(Collectors.joining(" together with "));
    }
}
