package org.postroom.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts a run into words for people. */
final class Words {

    private static final int EXAMPLES = 10;

    private Words() {}

    static String of(Recovery recovery) {
        var trouble = recovery.trouble();
        return "%s %s; %s"
                .formatted(
                        trouble.part(),
                        trouble.deed(),
                        recovery.isReady()
                                ? "ready again " + seconds(recovery.took()) + " later"
                                : "not ready again within " + seconds(recovery.took()));
    }

    static List<String> of(ChaosReport report) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("%d minutes, %s mails a second, order %d"
                .formatted(
                        report.plan().duration().toMinutes(),
                        report.plan().mailsPerSecond(),
                        report.plan().seed()));
        lines.add("");
        balance(report, lines);
        waits(report.untilOffered(), lines);
        lines.add("");
        recoveries(report.recoveries(), lines);
        lines.add("");
        nuisances(report.nuisances(), lines);
        return lines;
    }

    private static void balance(ChaosReport report, List<String> lines) {
        var balance = report.balance();
        lines.add(count("mails accepted", balance.accepted()));
        lines.add(count("mails lost", balance.lost().size()));
        lines.add(count("replies that agents gave", balance.requested()));
        lines.add(count("replies sent", balance.sent()));
        lines.add(count("replies sent that never arrived", balance.missing()));
        lines.add(count("anything doubled", balance.doubled().size()));
        lines.add(count("replies of uncertain outcome, not repeated", balance.uncertain()));
        lines.add(count("mails refused for good", report.refused().size()));
        lines.add(count("mails not taken in the end", report.notTaken()));
        lines.add(count("unreadable records in the log", report.unreadable()));
        balance.lost().stream().limit(EXAMPLES).map(mail -> "  lost: " + mail).forEach(lines::add);
        balance.doubled().stream()
                .limit(EXAMPLES)
                .map(what -> "  doubled: " + what)
                .forEach(lines::add);
        report.refused().entrySet().stream()
                .limit(EXAMPLES)
                .map(mail -> "  refused: " + mail.getKey() + ": " + mail.getValue())
                .forEach(lines::add);
        if (!report.settled()) {
            lines.add("Not everything had come to its end when the run stopped waiting for it.");
        }
    }

    private static String count(String what, long number) {
        return String.format(Locale.ROOT, "%-44s %,8d", what, number);
    }

    private static void waits(List<Duration> waits, List<String> lines) {
        if (!waits.isEmpty()) {
            lines.add("from acceptance to the first offer: half within %s, 99 in 100 within %s, all within %s"
                    .formatted(
                            seconds(waits.get(waits.size() / 2)),
                            seconds(waits.get(waits.size() * 99 / 100)),
                            seconds(waits.getLast())));
        }
    }

    private static void recoveries(List<Recovery> recoveries, List<String> lines) {
        lines.add(String.format("%-24s %-26s %6s %10s %10s", "part", "what happened", "times", "median", "longest"));
        Map<String, List<Duration>> times = recoveries.stream()
                .collect(Collectors.groupingBy(
                        Words::subject, TreeMap::new, Collectors.mapping(Recovery::took, Collectors.toList())));
        times.forEach((subject, took) -> {
            took.sort(Comparator.naturalOrder());
            lines.add(String.format(
                    "%s %6d %10s %10s",
                    subject, took.size(), seconds(took.get(took.size() / 2)), seconds(took.getLast())));
        });
        recoveries.stream()
                .filter(recovery -> !recovery.isReady())
                .map(Words::of)
                .forEach(lines::add);
    }

    private static String subject(Recovery recovery) {
        var trouble = recovery.trouble();
        return String.format("%-24s %-26s", trouble.part(), trouble.deed().replaceAll(" for \\d+ s", ""));
    }

    private static void nuisances(Map<String, Map<String, Integer>> nuisances, List<String> lines) {
        lines.add("What was answered to the organisation that misbehaved:");
        nuisances.forEach((kind, answers) -> lines.add(String.format("  %-46s ", kind)
                + answers.entrySet().stream()
                        .map(answer -> answer.getKey() + " (" + answer.getValue() + ")")
                        .collect(Collectors.joining(", "))));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
