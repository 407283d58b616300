package org.postroom.flow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a definition names, and remembers it. */
final class MeantNames {

    private final Names names;
    private final Problems problems;
    private final Set<Mention> mentions = new LinkedHashSet<>();

    MeantNames(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** The identifier of what is named; null where there is none, after that was noted. */
    @Nullable
    String idOf(String path, NamedKind kind, @Nullable Object given) {
        if (!(given instanceof String name) || name.isBlank()) {
            problems.add(path, "expected the name of a " + kind.word() + ", but there is none");
            return null;
        }
        String id = names.idOf(kind, name);
        if (id == null) {
            problems.add(path, "expected the name of a %s, but there is none called %s".formatted(kind.word(), name));
            return null;
        }
        mentions.add(new Mention(kind, name, id));
        return id;
    }

    List<Mention> mentions() {
        return List.copyOf(mentions);
    }
}
