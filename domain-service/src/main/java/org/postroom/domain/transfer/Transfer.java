package org.postroom.domain.transfer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.transfer.Section.Item;
import org.postroom.runtime.security.SignedInUser;

/** Writes the whole configuration of an organisation into a document, and applies documents. */
public final class Transfer {

    private final List<Section> parts;
    private final Changes changes;

    /**
     * Takes the parts of the configuration.
     *
     * @param parts each behind those whose entries its own entries need
     */
    public Transfer(List<Section> parts, Changes changes) {
        this.parts = List.copyOf(parts);
        this.changes = changes;
    }

    /** The sections that documents may have, in their order. */
    public List<String> sections() {
        return parts.stream().map(part -> part.layout().section()).toList();
    }

    /** The configuration of the user's organisation. */
    public ConfigurationDocument read(SignedInUser user) {
        Map<Kind, Map<String, String>> keys = new HashMap<>();
        Map<Section, List<Item>> items = new LinkedHashMap<>();
        for (Section part : parts) {
            List<Item> present = part.items(user);
            items.put(part, present);
            Map<String, String> keysOfKind = new HashMap<>();
            present.forEach(item -> keysOfKind.put(item.id(), item.key()));
            keys.put(part.layout().kind(), keysOfKind);
        }
        Map<String, SortedMap<String, Map<String, @Nullable Object>>> sections = new LinkedHashMap<>();
        items.forEach((part, present) -> {
            var references = new References(part.layout().references());
            SortedMap<String, Map<String, @Nullable Object>> section = new TreeMap<>();
            present.forEach(item -> section.put(
                    item.key(),
                    references.toKeys(
                            item.fields(),
                            (kind, id) -> keys.getOrDefault(kind, Map.of()).getOrDefault(id, id))));
            sections.put(part.layout().section(), section);
        });
        return new ConfigurationDocument(sections);
    }

    /**
     * Makes the configuration what a document says; either all of it or nothing. What the document does not mention
     * stays, unless the others are to be removed from the sections that it has. The same document once more changes
     * nothing.
     *
     * @param dryRun true to only learn what would change
     * @param removeOthers true to remove the entries that the document's sections do not have
     * @return what was changed, or would be
     * @throws org.postroom.runtime.problem.InvalidFieldsException where anything is refused, with paths in the document
     * @throws org.postroom.runtime.problem.ForbiddenFieldsException where nothing else is refused than what the user may not
     *     give or take
     * @throws org.postroom.runtime.problem.ConflictException where the present configuration does not allow it
     */
    public List<TransferredChange> apply(
            SignedInUser user, ConfigurationDocument document, boolean dryRun, boolean removeOthers) {
        Supplier<List<TransferredChange>> steps = () -> {
            ConfigurationDocument before = read(user);
            var application = new DocumentApplication(user, parts, document);
            application.addAndChange();
            if (removeOthers) {
                application.removeOthers();
            }
            return TransferredChange.between(parts.stream().map(Section::layout).toList(), before, read(user));
        };
        return dryRun
                ? changes.onTrial(user.organisationId(), steps)
                : changes.inOrganisation(user.organisationId(), steps);
    }
}
