package org.postroom.domain.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.transfer.Section.Item;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.ForbiddenFieldsException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.InvalidFieldsException;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;
import org.postroom.runtime.security.SignedInUser;

/** One application of a document, inside of one change. It goes on after a refusal, so that all refusals are known. */
final class DocumentApplication {

    private final SignedInUser user;
    private final List<Section> parts;
    private final ConfigurationDocument document;
    private final Map<Kind, Map<String, Item>> present = new HashMap<>();
    private final Set<String> refusedKeys = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private boolean onlyForbidden = true;

    DocumentApplication(SignedInUser user, List<Section> parts, ConfigurationDocument document) {
        this.user = user;
        this.parts = parts;
        this.document = document;
        for (Section part : parts) {
            present.put(
                    part.layout().kind(),
                    part.items(user).stream().collect(Collectors.toMap(Item::key, Function.identity())));
        }
    }

    void addAndChange() {
        for (Section part : parts) {
            Layout layout = part.layout();
            var entries = part.inOrder(document.section(layout.section()));
            Map<String, Map<String, @Nullable Object>> toChange = new LinkedHashMap<>();
            entries.forEach((key, fields) -> {
                if (item(layout.kind(), key) != null) {
                    toChange.put(key, fields);
                } else {
                    Map<String, @Nullable Object> first = new LinkedHashMap<>(fields);
                    first.keySet().removeAll(layout.later());
                    attempt(part, key, first, resolved -> part.add(user, key, resolved));
                    if (first.size() < fields.size()) {
                        toChange.put(key, fields);
                    }
                }
            });
            toChange.forEach((String key, Map<String, @Nullable Object> fields) -> {
                Item item = item(layout.kind(), key);
                if (item != null) {
                    attempt(part, key, fields, resolved -> part.change(user, item, resolved));
                }
            });
        }
        if (!refusals.isEmpty()) {
            throw refused();
        }
    }

    void removeOthers() {
        for (Section part : parts.reversed()) {
            Layout layout = part.layout();
            if (document.sections().containsKey(layout.section())) {
                Set<String> named = document.section(layout.section()).keySet();
                part.items(user).stream()
                        .filter(item -> !named.contains(item.key()))
                        .forEach(item -> remove(part, item));
            }
        }
    }

    private void remove(Section part, Item item) {
        String place = place(part, item.key());
        try {
            part.remove(user, item);
        } catch (ForbiddenFieldsException forbidden) {
            throw new ForbiddenFieldsException(forbidden.refusals().stream()
                    .map(refusal -> new Refusal(place, refusal.rule()))
                    .toList());
        } catch (ConflictException conflict) {
            throw new ConflictException(place + ": " + conflict.getMessage());
        }
    }

    private static String place(Section part, String key) {
        return part.layout().section() + "." + key;
    }

    private void attempt(
            Section part,
            String key,
            Map<String, @Nullable Object> fields,
            Function<Map<String, @Nullable Object>, Item> step) {
        Kind kind = part.layout().kind();
        String place = place(part, key);
        var references = new References(part.layout().references());
        var resolution = new Resolution(place);
        Map<String, @Nullable Object> resolved = references.toIdentifiers(fields, resolution);
        if (resolution.failed) {
            refusedKeys.add(failure(kind, key));
            return;
        }
        try {
            present.computeIfAbsent(kind, any -> new HashMap<>()).put(key, step.apply(resolved));
        } catch (ForbiddenFieldsException forbidden) {
            refuse(kind, key, place, references, forbidden.refusals());
        } catch (InvalidFieldsException invalid) {
            onlyForbidden = false;
            refuse(kind, key, place, references, invalid.refusals());
        } catch (InvalidFieldException invalid) {
            onlyForbidden = false;
            refuse(kind, key, place, references, List.of(new Refusal(invalid.field(), invalid.rule())));
        } catch (ConflictException conflict) {
            throw new ConflictException(place + ": " + conflict.getMessage());
        }
    }

    private void refuse(Kind kind, String key, String place, References references, List<Refusal> refused) {
        refusedKeys.add(failure(kind, key));
        refused.forEach(
                refusal -> refuse(new Refusal(place + "." + references.inDocuments(refusal.field()), refusal.rule())));
    }

    /** Enough is enough: a document in which everything is wrong must not become a longer answer than it is itself. */
    private void refuse(Refusal refusal) {
        refusals.add(refusal);
        if (refusals.size() == DocumentLimits.MOST_REFUSALS) {
            throw refused();
        }
    }

    private RuntimeException refused() {
        return onlyForbidden ? new ForbiddenFieldsException(refusals) : new InvalidFieldsException(refusals);
    }

    private @Nullable Item item(Kind kind, String key) {
        return present.getOrDefault(kind, Map.of()).get(key);
    }

    private static String failure(Kind kind, String key) {
        return kind.word() + "/" + key;
    }

    private final class Resolution implements References.Resolver {

        private final String place;
        private boolean failed;

        Resolution(String place) {
            this.place = place;
        }

        @Override
        public String identifier(String field, Kind kind, String key) {
            Item item = item(kind, key);
            if (item != null) {
                return item.id();
            }
            failed = true;
            onlyForbidden &= refusedKeys.contains(failure(kind, key));
            if (!refusedKeys.contains(failure(kind, key))) {
                refuse(new Refusal(
                        place + "." + field,
                        "expected %s that exists or stands in the document, but there is none called %s"
                                .formatted(kind.withArticle(), key)));
            }
            return key;
        }
    }
}
