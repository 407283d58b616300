package org.postroom.domain.address;

import java.util.List;

/**
 * Recipients of every reply that neither the customer nor the agent sees.
 *
 * @param addresses at most five, each once
 */
public record HiddenBcc(List<EmailAddress> addresses) {

    private static final int MOST = 5;

    /** Checks the number. */
    public HiddenBcc {
        if (addresses.size() > MOST) {
            throw new IllegalArgumentException(
                    "expected at most " + MOST + " hidden recipients, but got " + addresses.size());
        }
        if (addresses.stream().distinct().count() != addresses.size()) {
            throw new IllegalArgumentException("expected each hidden recipient once, but one is repeated");
        }
        addresses = List.copyOf(addresses);
    }
}
