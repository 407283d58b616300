package org.postroom.local.stack;

import java.time.Duration;

/** Notes the steps of a start in the roster, where other commands see them, and passes them on. */
record NotedProgress(Roster roster, Progress told) implements Progress {

    @Override
    public void starting(String step) {
        roster.begun(step);
        told.starting(step);
    }

    @Override
    public void ready(String step, Duration took) {
        roster.done(step, took);
        told.ready(step, took);
    }
}
