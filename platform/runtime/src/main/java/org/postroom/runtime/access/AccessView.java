package org.postroom.runtime.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.RoleConfigured;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.events.standing.StandingsComplete;
import org.postroom.runtime.access.AccessTable.Standing;
import org.postroom.runtime.view.View;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topics;

/** What the log says about access. What cannot be read gives nobody anything, and keeps an organisation out. */
final class AccessView implements View<KnownAccess> {

    /** Concerns the installation, so no organisation's role can give it. */
    private static final String NEVER_BY_ROLE = "installation:operate";

    private static final String WRITER = Topics.STANDINGS.writerOf(OrganisationStanding.class);

    @Override
    public KnownAccess empty() {
        return new KnownAccess();
    }

    @Override
    public Set<Class<? extends SpecificRecord>> records() {
        return Set.of(AgentConfigured.class, RoleConfigured.class, OrganisationStanding.class, StandingsComplete.class);
    }

    @Override
    public void put(KnownAccess known, EntityKey key, SpecificRecord state) {
        switch (state) {
            case AgentConfigured agent ->
                known.roles(agent.getOrganisationId(), agent.getAgentId(), agent.getRoleIds());
            case RoleConfigured role ->
                known.permissions(
                        role.getOrganisationId(),
                        role.getRoleId(),
                        role.getPermissions().stream()
                                .filter(permission -> !permission.equals(NEVER_BY_ROLE))
                                .collect(Collectors.toUnmodifiableSet()));
            case OrganisationStanding standing ->
                known.standing(standing.getOrganisationId(), standing(standing.getState()));
            case StandingsComplete complete when complete.getWriter().equals(WRITER) -> known.complete();
            default -> {
                // what else is complete says nothing about access
            }
        }
    }

    @Override
    public void remove(KnownAccess known, EntityKey key) {
        switch (key.kind()) {
            case EntityKey.AGENT -> known.forgetAgent(key.organisationId(), key.entityId());
            case EntityKey.ROLE -> known.forgetRole(key.organisationId(), key.entityId());
            case EntityKey.ORGANISATION -> known.standing(key.organisationId(), Standing.ACTIVE);
            default -> {
                // other entities say nothing about access
            }
        }
    }

    @Override
    public void unreadable(KnownAccess known, EntityKey key) {
        if (key.kind().equals(EntityKey.ORGANISATION)) {
            known.standing(key.organisationId(), Standing.SUSPENDED);
        } else {
            remove(known, key);
        }
    }

    @Override
    public boolean isComplete(KnownAccess known) {
        return known.isComplete();
    }

    /** What a newer version may call otherwise keeps the organisation out. */
    private static Standing standing(OrganisationState state) {
        return switch (state) {
            case ACTIVE -> Standing.ACTIVE;
            case SUSPENDED, UNKNOWN -> Standing.SUSPENDED;
            case REMOVED -> Standing.REMOVED;
        };
    }
}
