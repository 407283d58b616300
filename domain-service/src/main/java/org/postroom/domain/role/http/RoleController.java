package org.postroom.domain.role.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.http.EntryController;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.role.Role;
import org.postroom.domain.role.Roles;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roles of the caller's organisation. */
@RestController
@RequestMapping(RoleController.PATH)
class RoleController extends EntryController<Role, RoleJson> {

    static final String PATH = "/api/roles";

    private final RoleForm form;
    private final Roles roles;

    RoleController(Directory<Role> directory, RoleForm form, Roles roles) {
        super(PATH, "directory:manage", directory, form);
        this.form = form;
        this.roles = roles;
    }

    @Override
    protected Entry<Role> add(SignedInUser user, RoleJson json) {
        return roles.create(user, form.value(new Fields(), json));
    }

    @Override
    protected Entry<Role> change(SignedInUser user, String id, RoleJson json) {
        var fields = new Fields();
        var version = fields.version(json);
        Role role = form.value(fields, json);
        return roles.replace(user, id, version.get(), role);
    }

    @Override
    protected void take(SignedInUser user, String id) {
        roles.remove(user, id);
    }
}
