package org.postroom.local.stack;

import java.util.List;

/**
 * Something to do while the stack starts.
 *
 * @param name its name, for the steps that need it and for people
 * @param needs the names of the steps that must be done before; those that are not part of this start do not count
 * @param work what to do; done when it returns
 */
record Step(String name, List<String> needs, Work work) {

    /** What a step does. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
