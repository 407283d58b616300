package org.postroom.verification.publishing;

import java.util.List;

/**
 * A company that hosts DNS zones.
 *
 * @param name its name
 * @param steps how to publish a record there, one sentence each
 */
public record DnsHost(String name, List<String> steps) {

    /** Copies the steps. */
    public DnsHost {
        steps = List.copyOf(steps);
    }
}
