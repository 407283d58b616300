package org.postroom.mail;

import org.jspecify.annotations.Nullable;

/**
 * An address and the name shown beside it.
 *
 * @param address the address
 * @param name the name, on one line; null where none is known
 */
public record Mailbox(EmailAddress address, @Nullable String name) {

    /** Puts the name on one line, so that it can never begin a header of its own. */
    public Mailbox {
        String line = name == null ? "" : HeaderText.onOneLine(name);
        name = line.isEmpty() ? null : line;
    }

    /** A mailbox without a name. */
    public static Mailbox of(EmailAddress address) {
        return new Mailbox(address, null);
    }

    /** The name, or the address where there is none. */
    public String label() {
        return name == null ? address.value() : name;
    }
}
