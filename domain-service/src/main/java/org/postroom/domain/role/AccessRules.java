package org.postroom.domain.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.InvalidFieldsException;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;
import org.postroom.runtime.security.SignedInUser;

/**
 * What every change of roles and of who has them must keep: nobody gives a permission that they lack, and an
 * organisation that has an agent who may manage its directory keeps one.
 */
public final class AccessRules {

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
     * Runs a change, and takes it back where it leaves no agent who may manage the directory although there was one.
     *
     * @throws ConflictException in that case
     */
    public <R> R keepingAnAdministrator(SignedInUser user, Supplier<R> steps) {
        return changes.inOrganisation(user.organisationId(), () -> {
            boolean before = hasAdministrator(user);
            R result = steps.get();
            if (before && !hasAdministrator(user)) {
                throw new ConflictException("expected that an agent of your organisation keeps the permission %s, but "
                                .formatted(Permission.MANAGE_DIRECTORY.permissionName())
                        + "nobody would have it any more");
            }
            return result;
        });
    }

    /**
     * Checks that a user has all that they give.
     *
     * @param given what is given, in the order of its field
     * @param field the field's name
     * @param permissions the permissions that come with it
     * @throws InvalidFieldsException where the user lacks a permission; it names all of them
     */
    public <G> void checkMayGive(
            SignedInUser user, String field, List<G> given, Function<G, Collection<Permission>> permissions) {
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; index < given.size(); index++) {
            for (Permission permission : permissions.apply(given.get(index))) {
                if (!user.permissions().contains(permission.permissionName())) {
                    refusals.add(new Refusal(
                            field + "[" + index + "]",
                            "expected only permissions that you have yourself, but you lack "
                                    + permission.permissionName()));
                }
            }
        }
        if (!refusals.isEmpty()) {
            throw new InvalidFieldsException(refusals);
        }
    }

    /** The permissions of a role; none where it does not exist, which the directory refuses. */
    public List<Permission> permissions(SignedInUser user, RoleId role) {
        return roles.find(user, role.value())
                .map(Entry::value)
                .map(Role::permissions)
                .orElse(List.of());
    }

    private boolean hasAdministrator(SignedInUser user) {
        return roles.all(user).stream()
                .filter(role -> role.value().managesDirectory())
                .anyMatch(role -> holders.anyoneHas(user, new RoleId(role.id())));
    }
}
