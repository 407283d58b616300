package org.postroom.domain.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.audit.AuditedChange.Action;
import org.postroom.domain.audit.FieldChange;
import org.postroom.domain.directory.Layout;

/**
 * What a document changed, or would change, about one entry.
 *
 * @param kind the kind of entry, for instance {@code queue}
 * @param name its key in the document
 * @param action what was done to it
 * @param fields the fields that were touched, as documents have them
 */
public record TransferredChange(String kind, String name, Action action, List<FieldChange> fields) {

    static List<TransferredChange> between(
            List<Layout> layouts, ConfigurationDocument before, ConfigurationDocument after) {
        List<TransferredChange> changes = new ArrayList<>();
        for (Layout layout : layouts) {
            var old = before.section(layout.section());
            var young = after.section(layout.section());
            SortedSet<String> keys = new TreeSet<>(old.keySet());
            keys.addAll(young.keySet());
            for (String key : keys) {
                add(changes, layout, key, old.get(key), young.get(key));
            }
        }
        return changes;
    }

    private static void add(
            List<TransferredChange> changes,
            Layout layout,
            String key,
            @Nullable Map<String, @Nullable Object> old,
            @Nullable Map<String, @Nullable Object> young) {
        List<FieldChange> fields = FieldChange.between(old == null ? Map.of() : old, young == null ? Map.of() : young);
        if (old == null || young == null || !fields.isEmpty()) {
            Action action = old == null ? Action.CREATED : young == null ? Action.REMOVED : Action.CHANGED;
            changes.add(new TransferredChange(layout.kind().word(), key, action, fields));
        }
    }
}
