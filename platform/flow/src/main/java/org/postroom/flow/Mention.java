package org.postroom.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A name in a definition, and what it meant when the definition was checked. So a flow goes on meaning the same queue when
 * that is given another name.
 *
 * @param kind what it is
 * @param name how the definition calls it
 * @param id its identifier
 */
public record Mention(NamedKind kind, String name, String id) {

    /** The names as they were meant then, and no others. */
    public static Names meaning(List<Mention> mentions) {
        Map<String, String> ids = new HashMap<>();
        for (Mention mention : mentions) {
            ids.put(key(mention.kind(), mention.name()), mention.id());
        }
        return (kind, name) -> ids.get(key(kind, name));
    }

    private static String key(NamedKind kind, String name) {
        return kind.word() + '/' + name.strip().toLowerCase(Locale.ROOT);
    }
}
