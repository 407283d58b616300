package org.postroom.domain.removal.http;

import java.util.List;
import org.postroom.domain.removal.Removal;

/**
 * What removing an entry would do.
 *
 * @param name what people call it
 * @param openInteractions how many open interactions it concerns
 * @param obstacles why it cannot be removed now
 * @param consequences what happens with it
 */
record EntryRemovalJson(String name, int openInteractions, List<String> obstacles, List<String> consequences) {

    static EntryRemovalJson of(Removal removal) {
        return new EntryRemovalJson(
                removal.name(), removal.openInteractions(), removal.obstacles(), removal.consequences());
    }
}
