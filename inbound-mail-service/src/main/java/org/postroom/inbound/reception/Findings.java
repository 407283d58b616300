package org.postroom.inbound.reception;

import java.util.List;
import java.util.Optional;

/**
 * What the checks of a stage have found.
 *
 * @param refusal why the client is refused; empty where it goes on
 * @param marks what is to be read beside the mail, one sentence each
 * @param found what goes with the mail
 */
public record Findings(Optional<Refusal> refusal, List<String> marks, List<Finding> found) {

    /** Copies the lists. */
    public Findings {
        marks = List.copyOf(marks);
        found = List.copyOf(found);
    }
}
