package org.postroom.domain.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryKind;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.flow.Flows.FlowDraft;
import org.postroom.domain.queue.Queue;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.events.configuration.FlowMention;
import org.springframework.stereotype.Component;

/** Describes flows. */
@Component
final class FlowKind extends EntryKind<Flow, FlowKind.FlowJson> {

    FlowKind() {
        super(
                Flow.class,
                FlowJson.class,
                new Layout("flows", Flow.KIND, Map.of("fallbackQueueId", Queue.KIND), Set.of(), List.of()));
    }

    @Override
    public FlowJson json(@Nullable String id, @Nullable Long version, Flow flow) {
        var published = flow.published();
        return new FlowJson(
                id,
                version,
                flow.name().value(),
                flow.fallbackQueue().value(),
                flow.newest().definition().text(),
                flow.newest().version(),
                published == null ? null : published.version());
    }

    FlowDraft draft(Fields fields, FlowJson json) {
        var name = fields.required("name", json.name(), Name::new);
        var queue = fields.required("fallbackQueueId", json.fallbackQueueId(), Id<Queue>::new);
        var definition = fields.required("definition", json.definition(), Definition::unchecked);
        return fields.whole(() -> new FlowDraft(name.get(), queue.get(), definition.get()));
    }

    @Override
    public FlowConfigured event(String organisationId, Entry<Flow> entry) {
        Flow flow = entry.value();
        var published = flow.published();
        return FlowConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setFlowId(entry.id())
                .setName(flow.name().value())
                .setFallbackQueueId(flow.fallbackQueue().value())
                .setPublishedDefinitionVersion(published == null ? null : published.version())
                .setPublishedDefinition(
                        published == null ? null : published.definition().text())
                .setPublishedMentions(published == null ? null : mentions(published.definition()))
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }

    private static List<FlowMention> mentions(Definition definition) {
        return definition.mentions().stream()
                .map(mention -> new FlowMention(mention.kind().word(), mention.name(), mention.id()))
                .toList();
    }

    /**
     * A flow in JSON, the same in requests and answers.
     *
     * @param id the identifier; ignored in requests
     * @param version the version of the flow; in a change, the one that was read
     * @param name the name
     * @param fallbackQueueId where mail goes that the flow cannot decide on
     * @param definition the newest definition, a YAML document of at most 64 KiB that can be run
     * @param definitionVersion the version of the newest definition; ignored in requests
     * @param publishedDefinitionVersion the version in force, absent where none was published; ignored in requests
     */
    record FlowJson(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name,
            @Nullable String fallbackQueueId,
            @Nullable String definition,
            @Nullable Long definitionVersion,
            @Nullable Long publishedDefinitionVersion)
            implements EntryJson {}
}
