package org.postroom.domain.role;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Named;

/**
 * Permissions that agents are given together, besides those of their sign-in.
 *
 * @param name the name, alone in its organisation
 * @param permissions the permissions, each once, in the order of the catalogue
 */
public record Role(Name name, List<Permission> permissions) implements Named {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("role");

    /** Takes each permission once. */
    public Role {
        Set<Permission> distinct = EnumSet.noneOf(Permission.class);
        distinct.addAll(permissions);
        permissions = List.copyOf(distinct);
    }
}
