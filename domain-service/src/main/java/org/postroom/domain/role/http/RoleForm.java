package org.postroom.domain.role.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.role.Permission;
import org.postroom.domain.role.Role;
import org.springframework.stereotype.Component;

/** Roles in JSON. */
@Component
final class RoleForm extends ReadableForm<Role, RoleJson> {

    RoleForm() {
        super(RoleJson.class);
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
}
