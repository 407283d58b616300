package org.postroom.local.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command of {@code ./postroom} in this process. */
public final class Operating {

    /**
     * What came of a command.
     *
     * @param code its exit code
     * @param said what it said
     */
    public record Result(int code, String said) {}

    private Operating() {}

    /** Runs the command that the arguments name. */
    public static Result run(String... arguments) {
        var said = new StringWriter();
        var writer = new PrintWriter(said, true);
        int code = Postroom.commandLine().setOut(writer).setErr(writer).execute(arguments);
        return new Result(code, said.toString());
    }
}
