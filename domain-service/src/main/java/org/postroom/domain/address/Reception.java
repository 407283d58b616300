package org.postroom.domain.address;

/**
 * Which other mail an address takes, beside what is sent to it by its own name.
 *
 * @param catchAll true where it takes all mail to its domain that no other address takes
 * @param plusAddressing true where it takes mail to its local part with {@code +} and anything behind
 */
public record Reception(boolean catchAll, boolean plusAddressing) {

    /** Only what is sent to it by its own name. */
    public static final Reception OWN_NAME_ONLY = new Reception(false, false);
}
