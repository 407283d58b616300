package org.postroom.local.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are switched on: for a recipient, how the playground fails to take mail. */
public final class MailboxFaults {

    /** How the playground fails. */
    public enum Kind {
        /** The recipient is refused with the fault's code and text. */
        REFUSE,
        /** The connection is dropped after the content, before the answer: the sender cannot know the outcome. */
        DROP_AFTER_DATA,
        /** The content is refused with the fault's code and text. */
        REFUSE_DATA
    }

    /**
     * A fault.
     *
     * @param recipient the address that it strikes, or {@code *} for all
     * @param kind how the playground fails
     * @param code the SMTP reply code, such as 550 or 451
     * @param text the words after the code
     * @param times how often it strikes before it is over; 0 means until it is switched off
     */
    public record Fault(String recipient, Kind kind, int code, String text, int times) {

        private boolean strikes(String address, Kind wanted) {
            return kind == wanted && (recipient.equals("*") || recipient.equalsIgnoreCase(address));
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    /** Switches a fault on. */
    public synchronized void add(Fault fault) {
        faults.add(fault);
    }

    /** Switches all faults off. */
    public synchronized void clear() {
        faults.clear();
    }

    /** Returns the faults that are on. */
    public synchronized List<Fault> all() {
        return List.copyOf(faults);
    }

    /** Returns the fault of a kind that strikes an address now, and counts it. */
    synchronized Optional<Fault> strike(String address, Kind kind) {
        for (int i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (fault.strikes(address, kind)) {
                if (fault.times() == 1) {
                    faults.remove(i);
                } else if (fault.times() > 1) {
                    faults.set(i, new Fault(fault.recipient(), kind, fault.code(), fault.text(), fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
