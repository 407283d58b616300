package org.postroom.domain.removal;

import java.util.List;
import org.postroom.runtime.problem.ConflictException;

/**
 * What removing something would do.
 *
 * @param name what is to be removed, as it must be confirmed
 * @param addresses the mail addresses that go with it
 * @param openInteractions how many open interactions it concerns, a moment behind what routing knows
 * @param obstacles why it cannot be removed now, in sentences
 * @param consequences what stops working, in sentences
 */
public record Removal(
        String name, List<String> addresses, int openInteractions, List<String> obstacles, List<String> consequences) {

    /** Copies the lists. */
    public Removal {
        addresses = List.copyOf(addresses);
        obstacles = List.copyOf(obstacles);
        consequences = List.copyOf(consequences);
    }

    /**
     * Checks that nothing stands against it.
     *
     * @param despiteOpenInteractions true where open interactions are no reason to stop
     * @throws ConflictException where something does
     */
    void checkPossible(boolean despiteOpenInteractions) {
        if (!obstacles.isEmpty()) {
            throw new ConflictException(String.join(" ", obstacles));
        }
        if (openInteractions > 0 && !despiteOpenInteractions) {
            throw new ConflictException(
                    "expected no open interactions of %s, but %d are open; close them, or confirm that they may lose their way back to the customer"
                            .formatted(name, openInteractions));
        }
    }
}
