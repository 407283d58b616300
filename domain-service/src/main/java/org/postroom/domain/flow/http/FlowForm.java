package org.postroom.domain.flow.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.JsonForm;
import org.postroom.domain.flow.DefinitionReader;
import org.postroom.domain.flow.Flow;
import org.postroom.domain.flow.Flows.FlowDraft;
import org.postroom.domain.queue.QueueId;
import org.springframework.stereotype.Component;

/** Flows in JSON. */
@Component
final class FlowForm extends JsonForm<Flow, FlowJson> {

    private final DefinitionReader definitions;

    FlowForm(DefinitionReader definitions) {
        super(FlowJson.class);
        this.definitions = definitions;
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
        var queue = fields.required("fallbackQueueId", json.fallbackQueueId(), QueueId::new);
        var definition = fields.required("definition", json.definition(), definitions::read);
        return fields.whole(() -> new FlowDraft(name.get(), queue.get(), definition.get()));
    }
}
