package org.postroom.console.projection.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.console.live.Signal;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Row;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.CannedResponseConfigured;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.events.configuration.LibraryConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.configuration.RoleConfigured;
import org.postroom.events.configuration.ScheduleConfigured;
import org.postroom.events.configuration.SignatureConfigured;
import org.postroom.events.configuration.SkillConfigured;
import org.postroom.events.configuration.WrapUpCodeConfigured;
import org.postroom.schemas.catalogue.EntityKey;

/** What the configuration means for the pages: mostly the names of things. */
final class ConfigurationProjection {

    /** The tables by the kind in the record's key, each with the column that identifies an entity. */
    private static final Map<String, String> ID_COLUMNS = Map.of(
            "address", "address_id",
            "queue", "queue_id",
            "skill", "skill_id",
            "agent", "agent_id",
            "signature", "signature_id",
            "canned-response", "canned_response_id");

    /** The kinds of which pages need the names only. */
    private static final Set<String> NAMED = Set.of("role", "wrap-up-code", "library", "flow", "schedule");

    private ConfigurationProjection() {}

    static Projected of(SpecificRecord event) {
        return switch (event) {
            case AddressConfigured address -> address(address);
            case QueueConfigured queue -> queue(queue);
            case SkillConfigured skill ->
                Projected.of(Row.of("skill", skill.getOrganisationId())
                        .keyed("skill_id", skill.getSkillId())
                        .with("name", skill.getName())
                        .put());
            case SignatureConfigured signature ->
                Projected.of(Row.of("signature", signature.getOrganisationId())
                        .keyed("signature_id", signature.getSignatureId())
                        .with("name", signature.getName())
                        .put());
            case AgentConfigured agent -> agent(agent);
            case CannedResponseConfigured response -> cannedResponse(response);
            case RoleConfigured role -> named("role", role.getOrganisationId(), role.getRoleId(), role.getName());
            case WrapUpCodeConfigured code ->
                named("wrap-up-code", code.getOrganisationId(), code.getWrapUpCodeId(), code.getName());
            case LibraryConfigured library ->
                named("library", library.getOrganisationId(), library.getLibraryId(), library.getName());
            case FlowConfigured flow -> named("flow", flow.getOrganisationId(), flow.getFlowId(), flow.getName());
            case ScheduleConfigured schedule ->
                named("schedule", schedule.getOrganisationId(), schedule.getScheduleId(), schedule.getName());
            default -> Projected.nothing();
        };
    }

    /** The meaning of a removal, whose only content is the record's key. */
    static Projected removed(String key) {
        return EntityKey.read(key).map(ConfigurationProjection::removed).orElseGet(Projected::nothing);
    }

    private static Projected removed(EntityKey key) {
        if (NAMED.contains(key.kind())) {
            return Projected.of(
                    entryName(key.kind(), key.organisationId(), key.entityId()).remove());
        }
        @Nullable String column = ID_COLUMNS.get(key.kind());
        if (column == null) {
            return Projected.nothing();
        }
        return Projected.of(
                Row.of(key.kind().replace('-', '_'), key.organisationId())
                        .keyed(column, key.entityId())
                        .remove(),
                Signal.queues(key.organisationId()));
    }

    private static Projected named(String kind, String organisationId, String id, String name) {
        return Projected.of(
                entryName(kind, organisationId, id).with("name", name).put());
    }

    private static Row entryName(String kind, String organisationId, String id) {
        return Row.of("entry_name", organisationId).keyed("kind", kind).keyed("entity_id", id);
    }

    private static Projected cannedResponse(CannedResponseConfigured response) {
        List<Map<String, String>> substitutions = response.getSubstitutions().stream()
                .map(substitution ->
                        Map.of("name", substitution.getName(), "defaultValue", substitution.getDefaultValue()))
                .toList();
        return Projected.of(Row.of("canned_response", response.getOrganisationId())
                .keyed("canned_response_id", response.getCannedResponseId())
                .with("name", response.getName())
                .with("library_id", response.getLibraryId())
                .with("html", response.getHtml())
                .with("substitutions", TimelineProjection.json(substitutions))
                .put());
    }

    private static Projected address(AddressConfigured address) {
        return Projected.of(Row.of("address", address.getOrganisationId())
                .keyed("address_id", address.getAddressId())
                .with("domain_id", address.getDomainId())
                .with("address", address.getLocalPart() + "@" + address.getDomainName())
                .with("from_name", address.getFromName())
                .with("from_address", address.getFromAddress())
                .with("queue_id", address.getQueueId())
                .with("history", address.getHistory().name())
                .with("multiple_actions", address.getMultipleActions())
                .put());
    }

    private static Projected queue(QueueConfigured queue) {
        return Projected.of(
                Row.of("queue", queue.getOrganisationId())
                        .keyed("queue_id", queue.getQueueId())
                        .with("name", queue.getName())
                        .with("member_agent_ids", TimelineProjection.json(queue.getMemberAgentIds()))
                        .with("service_level_percent", queue.getServiceLevelPercent())
                        .with("service_level_seconds", queue.getServiceLevelTargetSeconds())
                        .with("after_call_work", queue.getAfterCallWork().name())
                        .with("wrap_up_code_ids", TimelineProjection.json(queue.getWrapUpCodeIds()))
                        .put(),
                Signal.queues(queue.getOrganisationId()));
    }

    private static Projected agent(AgentConfigured agent) {
        return Projected.of(
                Row.of("agent", agent.getOrganisationId())
                        .keyed("agent_id", agent.getAgentId())
                        .with("name", agent.getDisplayName())
                        .with("email_capacity", agent.getEmailCapacity())
                        .put(),
                Signal.queues(agent.getOrganisationId()),
                Signal.agent(agent.getOrganisationId(), agent.getAgentId()));
    }
}
