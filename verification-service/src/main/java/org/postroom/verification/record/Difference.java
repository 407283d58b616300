package org.postroom.verification.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Marks where a found value differs from the expected one. */
public final class Difference {

    /** What is the same for fewer characters than this is so by chance. */
    private static final int SHORTEST_SAME = 4;

    private static final int LONGEST = 2_000;

    private Difference() {}

    /** Where a part of the text is. */
    public enum Kind {
        /** In both values. */
        SAME,
        /** In the expected value only. */
        EXPECTED_ONLY,
        /** In the found value only. */
        FOUND_ONLY
    }

    /**
     * A part of the two values.
     *
     * @param text its characters
     * @param kind where they are
     */
    public record Part(String text, Kind kind) {}

    /** Compares the expected value with the one of the found that is nearest to it; nothing where none was found. */
    public static List<Part> between(String expected, List<String> found) {
        return found.stream()
                .map(value -> parts(clipped(expected), clipped(value)))
                .max(Comparator.comparingInt(Difference::same))
                .orElse(List.of());
    }

    private static String clipped(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    private static int same(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.kind() == Kind.SAME)
                .mapToInt(part -> part.text().length())
                .sum();
    }

    private static List<Part> parts(String expected, String found) {
        int[][] longest = longestCommon(expected, found);
        var joiner = new Joiner();
        int left = 0;
        int right = 0;
        while (left < expected.length() && right < found.length()) {
            if (expected.charAt(left) == found.charAt(right)) {
                joiner.same(expected.charAt(left));
                left++;
                right++;
            } else if (longest[left + 1][right] >= longest[left][right + 1]) {
                joiner.expectedOnly(expected.charAt(left++));
            } else {
                joiner.foundOnly(found.charAt(right++));
            }
        }
        expected.substring(left).chars().forEach(character -> joiner.expectedOnly((char) character));
        found.substring(right).chars().forEach(character -> joiner.foundOnly((char) character));
        return joiner.parts();
    }

    /** How many characters two ends of the values have in common, for each pair of ends. */
    private static int[][] longestCommon(String expected, String found) {
        int[][] longest = new int[expected.length() + 1][found.length() + 1];
        for (int left = expected.length() - 1; left >= 0; left--) {
            for (int right = found.length() - 1; right >= 0; right--) {
                longest[left][right] = expected.charAt(left) == found.charAt(right)
                        ? longest[left + 1][right + 1] + 1
                        : Math.max(longest[left + 1][right], longest[left][right + 1]);
            }
        }
        return longest;
    }

    /** Joins characters to parts. What is the same only by chance becomes part of the difference around it. */
    private static final class Joiner {

        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder same = new StringBuilder();
        private final StringBuilder expectedOnly = new StringBuilder();
        private final StringBuilder foundOnly = new StringBuilder();

        void same(char character) {
            same.append(character);
        }

        void expectedOnly(char character) {
            endSame();
            expectedOnly.append(character);
        }

        void foundOnly(char character) {
            endSame();
            foundOnly.append(character);
        }

        List<Part> parts() {
            if (same.length() >= SHORTEST_SAME || (expectedOnly.isEmpty() && foundOnly.isEmpty())) {
                endDifference();
                add(same, Kind.SAME);
            } else {
                endSame();
                endDifference();
            }
            return List.copyOf(parts);
        }

        private void endSame() {
            if (same.length() >= SHORTEST_SAME) {
                endDifference();
                add(same, Kind.SAME);
            } else {
                expectedOnly.append(same);
                foundOnly.append(same);
                same.setLength(0);
            }
        }

        private void endDifference() {
            add(expectedOnly, Kind.EXPECTED_ONLY);
            add(foundOnly, Kind.FOUND_ONLY);
        }

        private void add(StringBuilder text, Kind kind) {
            if (!text.isEmpty()) {
                parts.add(new Part(text.toString(), kind));
                text.setLength(0);
            }
        }
    }
}
