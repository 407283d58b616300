package org.postroom.inbound.reception.smtp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a mail as BDAT announces it (RFC 3030, section 2).
 *
 * @param size how many octets follow the command
 * @param isLast true where the mail ends with it
 */
record Chunk(long size, boolean isLast) {

    private static final Pattern ARGUMENT = Pattern.compile("(\\d{1,15})( +LAST)?", Pattern.CASE_INSENSITIVE);

    /** Reads the command's argument; empty where it is none. */
    static Optional<Chunk> parse(@Nullable String argument) {
        if (argument == null) {
            return Optional.empty();
        }
        Matcher parts = ARGUMENT.matcher(argument.strip());
        return parts.matches()
                ? Optional.of(new Chunk(Long.parseLong(parts.group(1)), parts.group(2) != null))
                : Optional.empty();
    }
}
