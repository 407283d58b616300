package org.postroom.runtime.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.postroom.runtime.access.AccessTable.Standing;

/** Roles, who has them and what became of organisations. One thread writes, any number read. */
final class KnownAccess {

    private final Map<Id, List<String>> rolesByAgent = new ConcurrentHashMap<>();
    private final Map<Id, Set<String>> permissionsByRole = new ConcurrentHashMap<>();
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private volatile boolean complete;

    Set<String> permissions(String organisationId, String userId) {
        return rolesByAgent.getOrDefault(new Id(organisationId, userId), List.of()).stream()
                .flatMap(role -> permissionsByRole.getOrDefault(new Id(organisationId, role), Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An organisation of which nothing is told may work. */
    Standing standing(String organisationId) {
        return standings.getOrDefault(organisationId, Standing.ACTIVE);
    }

    boolean isComplete() {
        return complete;
    }

    void roles(String organisationId, String agentId, List<String> roles) {
        rolesByAgent.put(new Id(organisationId, agentId), List.copyOf(roles));
    }

    void forgetAgent(String organisationId, String agentId) {
        rolesByAgent.remove(new Id(organisationId, agentId));
    }

    void permissions(String organisationId, String roleId, Set<String> permissions) {
        permissionsByRole.put(new Id(organisationId, roleId), Set.copyOf(permissions));
    }

    void forgetRole(String organisationId, String roleId) {
        permissionsByRole.remove(new Id(organisationId, roleId));
    }

    void standing(String organisationId, Standing standing) {
        if (standing == Standing.ACTIVE) {
            standings.remove(organisationId);
        } else {
            standings.put(organisationId, standing);
        }
    }

    /** Every organisation's standing has been told. */
    void complete() {
        complete = true;
    }

    private record Id(String organisationId, String id) {}
}
