package org.postroom.inbound.authenticity.spf;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.Result;

/**
 * What SPF says.
 *
 * @param result the result (RFC 7208, section 2.6)
 * @param why what an error rests on, one sentence; null otherwise
 * @param explanation what the domain's owner says to those whom it fails, in ASCII (section 6.2); hostile input. Null
 *     where he says nothing
 */
public record SpfVerdict(
        Result result, @Nullable String why, @Nullable String explanation) {

    static SpfVerdict of(Result result) {
        return new SpfVerdict(result, null, null);
    }

    static SpfVerdict of(Result result, String why) {
        return new SpfVerdict(result, why, null);
    }

    /** The domain's own words; empty where there are none. */
    public Optional<String> words() {
        return Optional.ofNullable(explanation);
    }
}
