package org.postroom.inbound.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fields of a report, which come in blocks that empty lines part (RFC 3464, section 2.1.2; RFC 5965, section 3). */
final class FieldBlocks {

    private static final int MOST_BLOCKS = Report.MOST_RECIPIENTS + 20;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST = 4_000;

    private FieldBlocks() {}

    /** A block's fields by their names in lower case. Of a name that is repeated all values are kept. */
    record Block(Map<String, List<String>> fields) {

        Optional<String> first(String name) {
            return fields.getOrDefault(name, List.of()).stream()
                    .map(Wording::onOneLine)
                    .filter(value -> !value.isEmpty())
                    .findFirst();
        }

        /** What stands behind the type of a typed value such as {@code rfc822; a@example.com}; all of it without a type. */
        Optional<String> typed(String name) {
            return first(name)
                    .map(value -> value.substring(value.indexOf(';') + 1).strip())
                    .filter(value -> !value.isEmpty());
        }

        boolean has(String name) {
            return fields.containsKey(name);
        }
    }

    /** Reads the blocks; whatever the text holds, what can be read of it is. */
    static List<Block> of(String text) {
        List<Block> blocks = new ArrayList<>();
        Builder block = new Builder();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank()) {
                block.endInto(blocks);
            } else if (Character.isWhitespace(line.charAt(0))) {
                block.goOn(line);
            } else {
                block.add(line);
            }
            if (blocks.size() >= MOST_BLOCKS) {
                return blocks;
            }
        }
        block.endInto(blocks);
        return blocks;
    }

    private static final class Builder {

        private final Map<String, List<StringBuilder>> fields = new LinkedHashMap<>();
        private StringBuilder present = new StringBuilder();
        private int count;

        void add(String line) {
            int colon = line.indexOf(':');
            if (colon > 0 && count < MOST_FIELDS) {
                count++;
                present = new StringBuilder(line.substring(colon + 1).strip());
                fields.computeIfAbsent(
                                line.substring(0, colon).strip().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(present);
            }
        }

        void goOn(String line) {
            if (present.length() < LONGEST) {
                present.append(' ').append(line.strip());
            }
        }

        void endInto(List<Block> blocks) {
            if (!fields.isEmpty()) {
                Map<String, List<String>> read = new LinkedHashMap<>();
                fields.forEach((name, values) -> read.put(
                        name, values.stream().map(StringBuilder::toString).toList()));
                blocks.add(new Block(read));
            }
            fields.clear();
            present = new StringBuilder();
            count = 0;
        }
    }
}
