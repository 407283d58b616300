package org.postroom.inbound.authenticity.spf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.Result;

/**
 * A record (RFC 7208, section 4.6), free of errors in its syntax.
 *
 * @param directives in their order
 * @param redirect the domain whose record holds where none matches; null where there is none
 * @param explanation where the words for those who fail are; null where there are none
 */
record SpfRecord(
        List<Directive> directives,
        @Nullable MacroString redirect,
        @Nullable MacroString explanation) {

    SpfRecord {
        directives = List.copyOf(directives);
    }

    /** What is said of a client that the mechanism matches. */
    record Directive(Result result, Mechanism mechanism) {}
}
