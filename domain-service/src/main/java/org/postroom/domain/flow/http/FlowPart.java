package org.postroom.domain.flow.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.flow.Flow;
import org.postroom.domain.flow.Flows;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.transfer.ConfigurationPart;
import org.postroom.domain.transfer.Item;
import org.postroom.domain.transfer.Layout;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.stereotype.Component;

/** Flows in documents: the newest definition, and beside it the one in force where there is one. */
@Component
final class FlowPart implements ConfigurationPart {

    private static final String DEFINITION = "definition";
    private static final String PUBLISHED = "publishedDefinition";
    private static final Layout LAYOUT =
            new Layout("flows", Flow.KIND, Map.of("fallbackQueueId", Queue.KIND), Set.of(), List.of());

    private final Directory<Flow> directory;
    private final FlowForm form;
    private final Flows flows;

    FlowPart(Directory<Flow> directory, FlowForm form, Flows flows) {
        this.directory = directory;
        this.form = form;
        this.flows = flows;
    }

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    public List<Item> items(SignedInUser user) {
        return directory.all(user).stream().map(FlowPart::item).toList();
    }

    @Override
    public Item add(SignedInUser user, String key, Map<String, @Nullable Object> fields) {
        Object published = fields.get(PUBLISHED);
        Object first = published == null ? fields.get(DEFINITION) : published;
        Entry<Flow> added = flows.create(user, form.draft(new Fields(), json(key, fields, first)));
        return change(user, new Item(added.id(), added.version(), key, Map.of()), fields);
    }

    @Override
    public Item change(SignedInUser user, Item present, Map<String, @Nullable Object> fields) {
        Entry<Flow> flow = directory.get(user, present.id());
        Object published = fields.get(PUBLISHED);
        if (published != null && !published.equals(publishedText(flow.value()))) {
            flow = save(user, flow, present.key(), fields, published);
            flow = flows.publish(user, flow.id(), flow.value().newest().version());
        }
        return item(save(user, flow, present.key(), fields, fields.get(DEFINITION)));
    }

    @Override
    public void remove(SignedInUser user, Item present) {
        directory.remove(user, present.id());
    }

    private Entry<Flow> save(
            SignedInUser user,
            Entry<Flow> flow,
            String key,
            Map<String, @Nullable Object> fields,
            @Nullable Object definition) {
        return flows.replace(user, flow.id(), flow.version(), form.draft(new Fields(), json(key, fields, definition)));
    }

    private FlowJson json(String key, Map<String, @Nullable Object> fields, @Nullable Object definition) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        all.remove(PUBLISHED);
        all.put(DEFINITION, definition);
        all.put("name", key);
        return form.read(all);
    }

    private static Item item(Entry<Flow> entry) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("fallbackQueueId", entry.value().fallbackQueue().value());
        fields.put(DEFINITION, entry.value().newest().definition().text());
        String published = publishedText(entry.value());
        if (published != null) {
            fields.put(PUBLISHED, published);
        }
        return new Item(entry.id(), entry.version(), entry.value().name().value(), fields);
    }

    private static @Nullable String publishedText(Flow flow) {
        var published = flow.published();
        return published == null ? null : published.definition().text();
    }
}
