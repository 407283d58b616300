package org.postroom.console.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the recipients' servers said when they took a reply, as far as its author may know of the recipients. */
public final class ServerAnswers {

    private ServerAnswers() {}

    /** What one recipient's server said, on one line with whom it concerns: the address, a tab, the server and its words. */
    public static String line(String recipient, String server, String answer) {
        return recipient + '\t' + (server + ": " + answer).replaceAll("\\s+", " ");
    }

    /**
     * Keeps the answers for visible recipients, each once; a hidden one would show in an answer of its own.
     *
     * @param answers {@link #line lines}, or words that concern the reply as a whole
     * @param recipients the visible recipients, with commas between them
     */
    public static String shown(String answers, String recipients) {
        Set<String> visible =
                Set.copyOf(Arrays.asList(recipients.toLowerCase(Locale.ROOT).split(", *")));
        return answers.lines()
                .filter(line -> line.indexOf('\t') < 0
                        || visible.contains(
                                line.substring(0, line.indexOf('\t')).toLowerCase(Locale.ROOT)))
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
