package org.postroom.domain.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;

/**
 * Nobody gives or takes a permission that they lack. What stays as it is concerns nobody, so that who lacks a permission
 * may still change a name beside it.
 */
public final class GiveAndTake {

    private static final String GIVE = "expected to give only permissions that you have yourself, but you lack ";
    private static final String TAKE = "expected to take only permissions that you have yourself, but you lack ";

    private GiveAndTake() {}

    /**
     * What a user may not do of a change.
     *
     * @param own the names of the permissions that the user has
     * @param field the field's name
     * @param before what it held
     * @param after what it is to hold, in the order of the field
     * @param permissions the permissions that come with an element
     * @return a refusal for each element that is given, at its place, and for each permission that is taken, at the field
     */
    public static <G> List<Refusal> refusals(
            Set<String> own,
            String field,
            Collection<G> before,
            List<G> after,
            Function<G, ? extends Collection<Permission>> permissions) {
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; index < after.size(); index++) {
            if (!before.contains(after.get(index))) {
                String place = field + "[" + index + "]";
                lacking(own, permissions.apply(after.get(index)))
                        .forEach(permission -> refusals.add(new Refusal(place, GIVE + permission)));
            }
        }
        before.stream()
                .filter(element -> !after.contains(element))
                .flatMap(element -> lacking(own, permissions.apply(element)).stream())
                .distinct()
                .forEach(permission -> refusals.add(new Refusal(field, TAKE + permission)));
        return refusals;
    }

    private static List<String> lacking(Set<String> own, Collection<Permission> permissions) {
        return permissions.stream()
                .map(Permission::permissionName)
                .filter(permission -> !own.contains(permission))
                .toList();
    }
}
