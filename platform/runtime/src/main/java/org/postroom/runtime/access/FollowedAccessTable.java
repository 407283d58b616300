package org.postroom.runtime.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.RoleConfigured;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationResumed;
import org.postroom.events.domain.OrganisationSuspended;

/**
 * Keeps roles, who has them and what became of organisations in memory, as the log tells. A change takes effect with the
 * next request after its event has arrived, which is a matter of seconds.
 */
final class FollowedAccessTable implements AccessTable {

    /** Concerns the installation, so no organisation's role can give it. */
    private static final String NEVER_BY_ROLE = "installation:operate";

    private final Map<String, List<String>> rolesByAgent = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> permissionsByRole = new ConcurrentHashMap<>();
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    @Override
    public Set<String> permissions(String organisationId, String userId) {
        return rolesByAgent.getOrDefault(agentKey(organisationId, userId), List.of()).stream()
                .flatMap(role -> permissionsByRole.getOrDefault(roleKey(organisationId, role), Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Standing standing(String organisationId) {
        return standings.getOrDefault(organisationId, Standing.ACTIVE);
    }

    void apply(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case null -> forget(entry.key());
            case AgentConfigured agent ->
                rolesByAgent.put(
                        agentKey(agent.getOrganisationId(), agent.getAgentId()), List.copyOf(agent.getRoleIds()));
            case RoleConfigured role ->
                permissionsByRole.put(
                        roleKey(role.getOrganisationId(), role.getRoleId()),
                        role.getPermissions().stream()
                                .filter(permission -> !permission.equals(NEVER_BY_ROLE))
                                .collect(Collectors.toUnmodifiableSet()));
            case OrganisationCreated created -> standings.remove(created.getOrganisationId());
            case OrganisationSuspended suspended -> standings.put(suspended.getOrganisationId(), Standing.SUSPENDED);
            case OrganisationResumed resumed -> standings.remove(resumed.getOrganisationId());
            case OrganisationRemoved removed -> standings.put(removed.getOrganisationId(), Standing.REMOVED);
            default -> {
                // other events say nothing about access
            }
        }
    }

    private void forget(String key) {
        rolesByAgent.remove(key);
        permissionsByRole.remove(key);
    }

    private static String agentKey(String organisationId, String agentId) {
        return organisationId + "/agent/" + agentId;
    }

    private static String roleKey(String organisationId, String roleId) {
        return organisationId + "/role/" + roleId;
    }
}
