package org.postroom.domain.role.kafka;

import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.role.Permission;
import org.postroom.domain.role.Role;
import org.postroom.events.configuration.RoleConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code RoleConfigured}. */
@Component
final class RoleConfiguredPublisher extends ConfigurationPublisher<Role> {

    RoleConfiguredPublisher(Outbox outbox) {
        super(Role.KIND, outbox);
    }

    @Override
    protected RoleConfigured event(String organisationId, Entry<Role> entry) {
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
}
