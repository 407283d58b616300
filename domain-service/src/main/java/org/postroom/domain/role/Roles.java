package org.postroom.domain.role;

import java.util.List;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entries;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Name;
import org.postroom.runtime.security.SignedInUser;

/** Adds, changes and removes roles under the {@link AccessRules}. */
public final class Roles implements Entries<Role> {

    private static final String PERMISSIONS = "permissions";

    private final Directory<Role> roles;
    private final AccessRules rules;

    /** Takes the directory of roles and the rules. */
    public Roles(Directory<Role> roles, AccessRules rules) {
        this.roles = roles;
        this.rules = rules;
    }

    /** Adds a role, as {@link Directory#create(SignedInUser, org.postroom.domain.directory.Configured)} does. */
    @Override
    public Entry<Role> create(SignedInUser user, Role role) {
        rules.checkMayChange(user, PERMISSIONS, List.of(), role.permissions(), List::of);
        return roles.create(user, role);
    }

    /** Changes a role, as {@link Directory#replace} does. */
    @Override
    public Entry<Role> replace(SignedInUser user, String id, long version, Role role) {
        return rules.keepingAnAdministrator(user, () -> {
            List<Permission> before = roles.get(user, id).value().permissions();
            rules.checkMayChange(user, PERMISSIONS, before, role.permissions(), List::of);
            return roles.replace(user, id, version, role);
        });
    }

    /** Removes a role that no agent has, as {@link Directory#remove} does. */
    @Override
    public void remove(SignedInUser user, String id) {
        rules.keepingAnAdministrator(user, () -> {
            List<Permission> before = roles.get(user, id).value().permissions();
            rules.checkMayChange(user, PERMISSIONS, before, List.of(), List::of);
            roles.remove(user, id);
            return id;
        });
    }

    /**
     * Adds the roles that an organisation begins with: Administrator, Supervisor and Agent. Only to be called for the
     * operator who creates the organisation.
     *
     * @return the role Administrator
     */
    public Id<Role> createDefaults(SignedInUser operator) {
        add(operator, "Supervisor", Permission.SUPERVISE_ROUTING, Permission.HANDLE_EMAIL, Permission.VIEW_AUDIT);
        add(operator, "Agent", Permission.HANDLE_EMAIL);
        return add(
                operator,
                "Administrator",
                Permission.MANAGE_EMAIL_ROUTING,
                Permission.MANAGE_DIRECTORY,
                Permission.HANDLE_EMAIL,
                Permission.SUPERVISE_ROUTING,
                Permission.VIEW_AUDIT);
    }

    private Id<Role> add(SignedInUser operator, String name, Permission... permissions) {
        return new Id<Role>(roles.create(operator, new Role(new Name(name), List.of(permissions)))
                .id());
    }
}
