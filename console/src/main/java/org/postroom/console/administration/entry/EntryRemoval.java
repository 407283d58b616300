package org.postroom.console.administration.entry;

import java.util.List;

/**
 * What removing an entry would do, in the service's words.
 *
 * @param name what it is called
 * @param openInteractions how many open interactions it concerns
 * @param obstacles why it cannot be removed now
 * @param consequences what happens with it
 */
public record EntryRemoval(String name, int openInteractions, List<String> obstacles, List<String> consequences) {

    /** Copies the lists. */
    public EntryRemoval {
        obstacles = List.copyOf(obstacles);
        consequences = List.copyOf(consequences);
    }
}
