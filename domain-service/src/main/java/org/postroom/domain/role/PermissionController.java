package org.postroom.domain.role;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of permissions. */
@RestController
@RequestMapping("/api/permissions")
@PreAuthorize("hasAuthority('directory:manage')")
class PermissionController {

    /** All of them: the product has as many and no organisation adds any. */
    @GetMapping
    List<PermissionJson> all() {
        return Arrays.stream(Permission.values())
                .map(permission -> new PermissionJson(
                        permission.permissionName(), permission.meaning(), permission.givenByRoles()))
                .toList();
    }

    /**
     * A permission.
     *
     * @param name its name in tokens and roles
     * @param meaning what it allows
     * @param givenByRoles whether a role may give it
     */
    record PermissionJson(String name, String meaning, boolean givenByRoles) {}
}
