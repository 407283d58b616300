package org.postroom.local.command;

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

    boolean isQuiet() {
        return form.quiet;
    }

    boolean isJson() {
        return form.json;
    }

    /** Tells whether people are spoken to. */
    boolean isForPeople() {
        return !form.quiet && !form.json;
    }
}
