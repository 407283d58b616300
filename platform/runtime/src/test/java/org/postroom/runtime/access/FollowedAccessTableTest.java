package org.postroom.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.RoleConfigured;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationResumed;
import org.postroom.events.domain.OrganisationSuspended;
import org.postroom.runtime.access.AccessTable.Standing;

class FollowedAccessTableTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final FollowedAccessTable table = new FollowedAccessTable();

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

        apply("acme", new OrganisationSuspended("acme", "unpaid", "operator", NOW));
        assertThat(table.standing("acme")).isEqualTo(Standing.SUSPENDED);
        apply("acme", new OrganisationResumed("acme", "operator", NOW));
        assertThat(table.standing("acme")).isEqualTo(Standing.ACTIVE);
        apply("acme", new OrganisationRemoved("acme", "operator", NOW));
        assertThat(table.standing("acme")).isEqualTo(Standing.REMOVED);
        assertThat(table.standing("other")).isEqualTo(Standing.ACTIVE);
        apply(
                "acme",
                OrganisationCreated.newBuilder()
                        .setOrganisationId("acme")
                        .setName("Acme")
                        .setAccountName("acme")
                        .setDefaultLanguage("en")
                        .setTimeZone("UTC")
                        .setOccurredAt(NOW)
                        .build());
        assertThat(table.standing("acme")).isEqualTo(Standing.ACTIVE);
    }

    private void apply(String key, @Nullable Object event) {
        table.apply(new ConsumerRecord<>("any", 0, 0, key, event));
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
