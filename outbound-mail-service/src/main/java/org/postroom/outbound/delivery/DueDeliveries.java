package org.postroom.outbound.delivery;

import java.time.Instant;
import java.util.List;
import org.postroom.runtime.id.OrganisationId;

/** What of the ledger is to be attempted now, and by which sender; no two senders ever take the same. */
public interface DueDeliveries {

    /**
     * Takes deliveries that are due, and records before it returns that this sender attempts them.
     *
     * @param sender who takes them
     * @param most how many to take at most
     */
    List<Delivery> claim(String sender, Instant now, int most);

    /**
     * Takes deliveries that are due and leave through servers of their organisations, of each server no more at once than
     * its connection limit allows, over all replicas.
     */
    List<Delivery> claimThroughServers(String sender, Instant now, int most);

    /** Puts off what is due but may not leave: its domain may not send, or its organisation is suspended. */
    void hold(Instant now, Instant nextTurn);

    /** Something changed for an organisation: what was held is due again, through the servers its domains name now. */
    void wake(OrganisationId organisationId, Instant now);

    /** Says that this sender is alive. */
    void beat(String sender);
}
