package org.postroom.domain.role;

import java.util.Arrays;
import java.util.Optional;

/** What a user may do, after the field's names; the catalogue from which roles are made. */
public enum Permission {
    /** Operate the installation; only the sign-in gives it, never a role. */
    OPERATE_INSTALLATION(
            "installation:operate",
            "Create, suspend and remove organisations. Only the sign-in gives it, never a role."),
    /** Configure mail. */
    MANAGE_EMAIL_ROUTING(
            "routing:email:manage", "Configure mail domains, their verification, addresses and SMTP servers."),
    /** Configure the rest. */
    MANAGE_DIRECTORY(
            "directory:manage",
            "Configure agents, roles, queues, skills, wrap-up codes, flows, schedules, canned responses and signatures."),
    /** Answer mail. */
    HANDLE_EMAIL("conversation:email:handle", "Accept and answer mail."),
    /** Watch over the work. */
    SUPERVISE_ROUTING("routing:supervise", "See queues, agents and their work as it happens."),
    /** Read the audit trail. */
    VIEW_AUDIT("audit:view", "See who changed what, and when.");

    private final String permissionName;
    private final String meaning;

    Permission(String permissionName, String meaning) {
        this.permissionName = permissionName;
        this.meaning = meaning;
    }

    /** Its name in tokens and roles. */
    public String permissionName() {
        return permissionName;
    }

    /** What it allows, in one sentence for administrators. */
    public String meaning() {
        return meaning;
    }

    /** Whether a role may give it: everything that concerns one organisation only. */
    public boolean givenByRoles() {
        return this != OPERATE_INSTALLATION;
    }

    /**
     * Reads a permission that a role is to give.
     *
     * @throws IllegalArgumentException where there is none of that name, or no role may give it
     */
    public static Permission forRole(String name) {
        Optional<Permission> found = Arrays.stream(values())
                .filter(permission -> permission.permissionName.equals(name))
                .filter(Permission::givenByRoles)
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException(
                "expected a permission of the catalogue that a role may give, but got \"" + name + "\""));
    }
}
