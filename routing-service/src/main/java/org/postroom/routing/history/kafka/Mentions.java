package org.postroom.routing.history.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a record may speak of one of some identifiers by its bytes alone, in which Avro has texts as they are: of
 * millions of records only those that do have to be read.
 */
final class Mentions {

    private List<byte[]> patterns = List.of();

    /**
     * True where one of the identifiers stands in it.
     *
     * @param wanted the identifiers; from one call to the next there may only come some in addition
     */
    boolean isIn(byte[] record, Set<String> wanted) {
        if (patterns.size() != wanted.size()) {
            patterns = wanted.stream()
                    .map(id -> id.getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
        for (var pattern : patterns) {
            if (contains(record, pattern)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(byte[] text, byte[] pattern) {
        int last = text.length - pattern.length;
        for (int start = 0; start <= last; start++) {
            int matched = 0;
            while (matched < pattern.length && text[start + matched] == pattern[matched]) {
                matched++;
            }
            if (matched == pattern.length) {
                return true;
            }
        }
        return false;
    }
}
