package org.postroom.outbound.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What is known about one recipient of a reply.
 *
 * @param address the recipient
 * @param visible true where the mail names the recipient; hidden ones delay a reply's end but do not decide it
 * @param outcome the last answer; null before the first
 */
public record RecipientState(
        String address, boolean visible, @Nullable Outcome outcome) {

    boolean settled() {
        return outcome != null && !(outcome instanceof Outcome.Deferred);
    }
}
