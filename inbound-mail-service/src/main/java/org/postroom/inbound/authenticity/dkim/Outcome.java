package org.postroom.inbound.authenticity.dkim;

import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.Result;

/** What one verification has shown, and why. */
record Outcome(Result result, @Nullable String why) {

    static final Outcome PASS = new Outcome(Result.PASS, null);
}
