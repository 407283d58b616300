package org.postroom.console.administration.flow;

import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, line by line. */
public final class LineDiff {

    private static final int CONTEXT = 3;

    private LineDiff() {}

    /** What became of a line. */
    public enum Kind {
        /** It is in both. */
        SAME,
        /** It is only in the newer text. */
        ADDED,
        /** It is only in the older text. */
        REMOVED,
        /** It stands for lines that are in both and not shown. */
        GAP
    }

    /**
     * A line.
     *
     * @param kind what became of it
     * @param text the line
     */
    public record Line(Kind kind, String text) {

        /** The mark before the line, as in a patch. */
        public String mark() {
            return switch (kind) {
                case SAME -> "  ";
                case ADDED -> "+ ";
                case REMOVED -> "- ";
                case GAP -> "… ";
            };
        }
    }

    /** Compares two texts by their longest common part; what is far from any difference is left out. */
    public static List<Line> between(String older, String newer) {
        List<String> from = older.lines().toList();
        List<String> to = newer.lines().toList();
        int[][] common = common(from, to);
        List<Line> lines = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < from.size() || right < to.size()) {
            if (left < from.size() && right < to.size() && from.get(left).equals(to.get(right))) {
                lines.add(new Line(Kind.SAME, from.get(left)));
                left++;
                right++;
            } else if (left < from.size()
                    && (right == to.size() || common[left + 1][right] >= common[left][right + 1])) {
                lines.add(new Line(Kind.REMOVED, from.get(left++)));
            } else {
                lines.add(new Line(Kind.ADDED, to.get(right++)));
            }
        }
        return withoutTheFar(lines);
    }

    /** The length of the longest common part of what follows each pair of places. */
    private static int[][] common(List<String> from, List<String> to) {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int left = from.size() - 1; left >= 0; left--) {
            for (int right = to.size() - 1; right >= 0; right--) {
                common[left][right] = from.get(left).equals(to.get(right))
                        ? common[left + 1][right + 1] + 1
                        : Math.max(common[left + 1][right], common[left][right + 1]);
            }
        }
        return common;
    }

    private static List<Line> withoutTheFar(List<Line> lines) {
        List<Line> near = new ArrayList<>();
        boolean gap = false;
        for (int place = 0; place < lines.size(); place++) {
            if (isNear(lines, place)) {
                near.add(lines.get(place));
                gap = false;
            } else if (!gap) {
                near.add(new Line(Kind.GAP, ""));
                gap = true;
            }
        }
        return near;
    }

    private static boolean isNear(List<Line> lines, int place) {
        return lines.subList(Math.max(0, place - CONTEXT), Math.min(lines.size(), place + CONTEXT + 1)).stream()
                .anyMatch(line -> line.kind() != Kind.SAME);
    }
}
