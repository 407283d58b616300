package org.postroom.inbound.mailbox;

import java.time.Duration;
import java.util.List;

/** Sees to it that each mailbox is fetched from by one replica. */
public interface MailboxLeases {

    /**
     * Takes or prolongs leases.
     *
     * @param owner this replica
     * @param most how many it may have
     * @param time for how long from now on
     * @return what it has now
     */
    List<Mailboxes.Known> take(String owner, int most, Duration time);

    /** Gives all leases of a replica back, so that others go on at once. */
    void giveBack(String owner);
}
