package org.postroom.local.stack;

import java.time.Duration;

/** Is told how the start of the stack gets on; called from several threads, one at a time. */
public interface Progress {

    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void starting(String step) {}

        @Override
        public void ready(String step, Duration took) {}
    };

    /** A step has begun. */
    void starting(String step);

    /** A step is done. */
    void ready(String step, Duration took);
}
