package org.postroom.domain.role;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entries;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.events.configuration.RoleConfigured;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes roles. */
@Component
final class RoleKind extends ReadableKind<Role, RoleKind.RoleJson> {

    private final ObjectProvider<Roles> rules;

    /** Describes them; the rules themselves need the directory of roles. */
    RoleKind(ObjectProvider<Roles> rules) {
        super(Role.class, RoleJson.class, Layout.named("roles", Role.KIND, Map.of()));
        this.rules = rules;
    }

    /** Nobody gives or takes what they lack, whichever way roles are changed. */
    @Override
    public Entries<Role> entries(Directory<Role> directory) {
        return rules.getObject();
    }

    @Override
    public RoleJson json(@Nullable String id, @Nullable Long version, Role role) {
        return new RoleJson(
                id,
                version,
                role.name().value(),
                role.permissions().stream().map(Permission::permissionName).toList());
    }

    @Override
    public Role value(Fields fields, RoleJson json) {
        var name = fields.required("name", json.name(), Name::new);
        var permissions = fields.each("permissions", json.permissions(), Permission::forRole);
        return fields.whole(() -> new Role(name.get(), permissions.get()));
    }

    @Override
    public RoleConfigured event(String organisationId, Entry<Role> entry) {
        return RoleConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setRoleId(entry.id())
                .setName(entry.value().name().value())
                .setPermissions(entry.value().permissions().stream()
                        .map(Permission::permissionName)
                        .toList())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }

    /**
     * A role in JSON, the same in requests and answers.
     *
     * @param id the identifier; ignored in requests
     * @param version the version; in a change, the one that was read
     * @param name the name
     * @param permissions the permissions, by their names in the catalogue
     */
    record RoleJson(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name,
            @Nullable List<String> permissions) implements EntryJson {}

    /** The roles of the caller's organisation. */
    @RestController
    @RequestMapping("/api/roles")
    static class RoleController extends DirectoryController<Role, RoleJson> {

        RoleController(Directory<Role> roles, RoleKind kind) {
            super(roles, kind);
        }
    }
}
