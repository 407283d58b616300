package org.postroom.runtime.id;

/** Where new identifiers come from. A test passes its own, so that results can be foreseen. */
@FunctionalInterface
public interface IdSource {

    /** Returns an identifier that was never returned before, by this process or another. */
    String next();
}
