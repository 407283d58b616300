package org.postroom.console.administration.scan;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who looked at the newest mail of an organisation: the installation decides that, and its mails tell it.
 *
 * @param at when the mail was received
 * @param spamEngine the engine that looked for spam; null where the mail does not say
 * @param virusEngine the engine that looked for viruses; null where none did
 */
public record LastScan(
        Instant at, @Nullable String spamEngine, @Nullable String virusEngine) {

    private static final String BUILT_IN = "postroom";
    private static final Map<String, String> NAMES = Map.of("rspamd", "Rspamd", "clamav", "ClamAV");

    /** What looks for spam, in a sentence or two. */
    public String spam() {
        if (spamEngine == null) {
            return "Nothing looks for spam.";
        }
        return spamEngine.equals(BUILT_IN)
                ? "No spam filter is connected. Only the test string for spam filters (GTUBE) is recognised, and mail that"
                        + " is not from whom it says, where your rules make spam of it."
                : name(spamEngine) + " looks for spam in each mail.";
    }

    /** What looks for viruses, in a sentence. */
    public String viruses() {
        return virusEngine == null
                ? "No virus scanner is connected: nothing looks for viruses."
                : name(virusEngine) + " looks for viruses in each mail.";
    }

    private static String name(String engine) {
        return NAMES.getOrDefault(engine, engine);
    }
}
