package org.postroom.inbound.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place in a folder up to which all of its mails are on the log.
 *
 * @param validity the folder's UIDVALIDITY: UIDs mean something together with it only (RFC 9051, section 2.3.1.1)
 * @param uid the greatest UID that has been dealt with; 0 for none
 * @param arrivedUntil when the latest mail that was dealt with arrived in the mailbox
 * @param remade what of the folder is taken for fetched, where it was made anew; null where it never was
 */
public record Place(
        long validity,
        long uid,
        Instant arrivedUntil,
        @Nullable Remade remade) {

    /**
     * A folder whose UIDVALIDITY has changed has new UIDs for mails that were fetched by their old ones.
     *
     * @param below the UID that the next mail would have had then: what has a lower one is old or new
     * @param since what arrived before this moment is old
     */
    public record Remade(long below, Instant since) {}
}
