package org.postroom.domain.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.flow.FlowKind.FlowJson;
import org.postroom.domain.transfer.Section;
import org.postroom.domain.transfer.Section.Item;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.stereotype.Component;

/** Flows in documents: the newest definition, and beside it the one in force where there is one. */
@Component
final class FlowSection implements Section {

    static final String DEFINITION = "definition";
    static final String PUBLISHED = "publishedDefinition";

    private final Directory<Flow> directory;
    private final FlowKind kind;
    private final Flows flows;

    FlowSection(Directory<Flow> directory, FlowKind kind, Flows flows) {
        this.directory = directory;
        this.kind = kind;
        this.flows = flows;
    }

    @Override
    public Layout layout() {
        return kind.layout();
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> inOrder(Map<String, Map<String, @Nullable Object>> entries) {
        return new CallOrder(entries).inOrder();
    }

    @Override
    public List<Item> items(SignedInUser user) {
        return directory.all(user).stream().map(FlowSection::item).toList();
    }

    @Override
    public Item add(SignedInUser user, String key, Map<String, @Nullable Object> fields) {
        Object published = fields.get(PUBLISHED);
        Object first = published == null ? fields.get(DEFINITION) : published;
        Entry<Flow> added = flows.create(user, kind.draft(new Fields(), json(key, fields, first)));
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
        return flows.replace(user, flow.id(), flow.version(), kind.draft(new Fields(), json(key, fields, definition)));
    }

    private FlowJson json(String key, Map<String, @Nullable Object> fields, @Nullable Object definition) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        all.remove(PUBLISHED);
        all.put(DEFINITION, definition);
        all.put("name", key);
        return kind.read(all);
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
