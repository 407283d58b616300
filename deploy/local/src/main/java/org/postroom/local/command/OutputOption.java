package org.postroom.local.command;

import java.io.PrintWriter;
import org.postroom.local.stack.Progress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How much a command says, and to whom. */
final class OutputOption {

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    /** At most one of these. */
    static final class Form {

        @Option(
                names = {"-q", "--quiet"},
                description = "Say nothing but errors.")
        private boolean quiet;

        @Option(names = "--json", description = "Speak to programs: one JSON object a line, the result last.")
        private boolean json;
    }

    boolean isJson() {
        return form.json;
    }

    /** Returns how the steps of a command are told. */
    Progress progress(PrintWriter out) {
        if (isForPeople()) {
            return new StepLines(new Terminal(out));
        }
        return isJson() ? new JsonLines(out) : Progress.SILENT;
    }

    /** Tells whether people are spoken to. */
    boolean isForPeople() {
        return !form.quiet && !form.json;
    }
}
