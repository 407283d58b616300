package org.postroom.flow;

import org.jspecify.annotations.Nullable;

/** Finds what a definition calls by its name. */
@FunctionalInterface
public interface Names {

    /** The identifier of the thing of this kind and name, whatever its case; null where there is none. */
    @Nullable
    String idOf(NamedKind kind, String name);
}
