package org.postroom.local.command;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.postroom.local.stack.Progress;

/** A line for each step that is done, and while somebody looks what is being waited for. */
final class StepLines implements Progress {

    private final Terminal terminal;
    private final Set<String> waiting = new TreeSet<>();

    StepLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void starting(String step) {
        waiting.add(step);
        hint();
    }

    @Override
    public void ready(String step, Duration took) {
        waiting.remove(step);
        terminal.say(
                "  " + terminal.green("✓") + String.format(" %-22s ", step) + terminal.grey(Terminal.seconds(took)));
        hint();
    }

    private void hint() {
        terminal.hint("  … " + String.join(", ", waiting));
    }
}
