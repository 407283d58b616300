package org.postroom.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.RoleConfigured;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.events.standing.StandingsComplete;
import org.postroom.runtime.access.AccessTable.Standing;
import org.postroom.schemas.catalogue.EntityKey;

class AccessViewTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AccessView view = new AccessView();
    private final KnownAccess table = view.empty();

    @Test
    void givesWhatTheRolesOfTheAgentGive() {
        apply("acme/role/a", role("acme", "a", "directory:manage", "audit:view"));
        apply("acme/role/b", role("acme", "b", "routing:supervise"));

        apply("acme/agent/grace", agent("acme", "grace", "a", "b"));

        assertThat(table.permissions("acme", "grace"))
                .containsExactlyInAnyOrder("directory:manage", "audit:view", "routing:supervise");
    }

    @Test
    void takesEffectInWhateverOrderRoleAndAgentArrive() {
        apply("acme/agent/grace", agent("acme", "grace", "a"));
        assertThat(table.permissions("acme", "grace")).isEmpty();

        apply("acme/role/a", role("acme", "a", "audit:view"));

        assertThat(table.permissions("acme", "grace")).containsExactly("audit:view");
    }

    @Test
    void takesAwayWhatRoleOrAgentLose() {
        apply("acme/role/a", role("acme", "a", "audit:view"));
        apply("acme/agent/grace", agent("acme", "grace", "a"));
        apply("acme/agent/ada", agent("acme", "ada", "a"));

        apply("acme/agent/grace", agent("acme", "grace"));
        apply("acme/agent/ada", null);
        assertThat(table.permissions("acme", "grace")).isEmpty();
        assertThat(table.permissions("acme", "ada")).isEmpty();

        apply("acme/agent/ada", agent("acme", "ada", "a"));
        apply("acme/role/a", role("acme", "a"));
        assertThat(table.permissions("acme", "ada")).isEmpty();
    }

    @Test
    void keepsOrganisationsApart() {
        apply("acme/role/a", role("acme", "a", "audit:view"));
        apply("other/agent/grace", agent("other", "grace", "a"));

        assertThat(table.permissions("other", "grace")).isEmpty();
    }

    @Test
    void neverGivesTheInstallation() {
        apply("acme/role/a", role("acme", "a", "installation:operate", "audit:view"));
        apply("acme/agent/grace", agent("acme", "grace", "a"));

        assertThat(table.permissions("acme", "grace")).containsExactly("audit:view");
    }

    @Test
    void knowsWhatBecameOfOrganisations() {
        assertThat(table.standing("acme")).isEqualTo(Standing.ACTIVE);

        stands("acme", OrganisationState.SUSPENDED);
        assertThat(table.standing("acme")).isEqualTo(Standing.SUSPENDED);
        stands("acme", OrganisationState.ACTIVE);
        assertThat(table.standing("acme")).isEqualTo(Standing.ACTIVE);
        stands("acme", OrganisationState.REMOVED);
        assertThat(table.standing("acme")).isEqualTo(Standing.REMOVED);
        assertThat(table.standing("other")).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void keepsAnOrganisationOutWhoseStandingItCannotReadOrDoesNotKnow() {
        stands("acme", OrganisationState.ACTIVE);
        view.unreadable(table, EntityKey.ofOrganisation("acme"));
        assertThat(table.standing("acme")).isEqualTo(Standing.SUSPENDED);

        stands("other", OrganisationState.UNKNOWN);
        assertThat(table.standing("other")).isEqualTo(Standing.SUSPENDED);

        stands("acme", OrganisationState.ACTIVE);
        assertThat(table.standing("acme")).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void givesNothingByARoleOrToAnAgentThatItCannotRead() {
        apply("acme/role/a", role("acme", "a", "audit:view"));
        apply("acme/agent/grace", agent("acme", "grace", "a"));
        apply("acme/agent/ada", agent("acme", "ada", "a"));

        view.unreadable(table, new EntityKey("acme", EntityKey.AGENT, "ada"));
        assertThat(table.permissions("acme", "ada")).isEmpty();
        assertThat(table.permissions("acme", "grace")).containsExactly("audit:view");

        view.unreadable(table, new EntityKey("acme", EntityKey.ROLE, "a"));
        assertThat(table.permissions("acme", "grace")).isEmpty();
    }

    @Test
    void isCompleteOnceTheWriterOfOrganisationsSaysSo() {
        complete("verification-service");
        assertThat(view.isComplete(table)).isFalse();

        complete("domain-service");
        assertThat(view.isComplete(table)).isTrue();
    }

    @Test
    void saysNothingOfOrganisationsBeforeAllIsRead() {
        var early = new FollowedAccessTable(Optional::empty);

        assertThat(early.standing("acme")).isEqualTo(Standing.UNKNOWN);
        assertThat(early.permissions("acme", "ada")).isEmpty();
    }

    private void stands(String organisation, OrganisationState state) {
        view.put(table, EntityKey.ofOrganisation(organisation), new OrganisationStanding(organisation, state, NOW));
    }

    private void complete(String writer) {
        view.put(table, EntityKey.ofComplete(writer), new StandingsComplete(EntityKey.INSTALLATION, writer, NOW));
    }

    private void apply(String key, @Nullable SpecificRecord state) {
        EntityKey read = EntityKey.read(key).orElseThrow();
        if (state == null) {
            view.remove(table, read);
        } else {
            view.put(table, read, state);
        }
    }

    private static RoleConfigured role(String organisation, String id, String... permissions) {
        return RoleConfigured.newBuilder()
                .setOrganisationId(organisation)
                .setRoleId(id)
                .setName(id)
                .setPermissions(List.of(permissions))
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(NOW)
                .build();
    }

    private static AgentConfigured agent(String organisation, String id, String... roles) {
        return AgentConfigured.newBuilder()
                .setOrganisationId(organisation)
                .setAgentId(id)
                .setDisplayName(id)
                .setRoleIds(List.of(roles))
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(NOW)
                .build();
    }
}
