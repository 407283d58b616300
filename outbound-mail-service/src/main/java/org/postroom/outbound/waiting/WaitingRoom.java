package org.postroom.outbound.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroom.runtime.id.OrganisationId;

/**
 * Keeps the waiting replies of one stage, in the order of their arrival. It survives any crash.
 *
 * @param <W> the reply as the stage knows it
 */
public interface WaitingRoom<W> {

    /** True where the reply waits, or an earlier one to the same interaction does. */
    boolean occupied(Ticket ticket);

    /** Adds a reply behind all others; one that waits already stays as it is. */
    void add(Waiting<W> waiting);

    /** The replies whose turn has come: of each interaction only the first. */
    List<Ticket> due(Instant now, int most);

    /**
     * Locks a reply until the present transaction ends; empty where it does not wait any more or another process has it.
     */
    Optional<Waiting<W>> lock(Ticket ticket);

    /** Notes what a reply waits for now. */
    void update(Waiting<W> waiting);

    /** Notes that nothing could be found out about a reply, and when it is asked again. */
    void postpone(Ticket ticket, Instant nextTurn);

    /** Lets a reply go. */
    void remove(Ticket ticket);

    /** All waiting replies of an organisation, in the order of their arrival. */
    List<Waiting<W>> of(OrganisationId organisationId);

    /** Something changed for an organisation: its replies are asked again at once. */
    void wake(OrganisationId organisationId, Instant now);
}
