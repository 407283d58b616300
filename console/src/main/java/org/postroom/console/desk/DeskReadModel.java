package org.postroom.console.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What agents see. Everything is within one organisation: what belongs to another one is not there. */
public interface DeskReadModel {

    /**
     * An agent's desk.
     *
     * @param refusalsSince how far back refused commands are of interest
     */
    DeskView desk(String organisationId, String agentId, Instant refusalsSince);

    /** An interaction; empty where the organisation has none with this identifier. */
    Optional<InteractionView> interaction(String organisationId, String interactionId);

    /** What routing refused an agent lately about an interaction, newest first. */
    List<DeskView.Refusal> refusals(String organisationId, String agentId, String interactionId, Instant since);

    /** The messages of the interaction's whole conversation, oldest first. */
    List<ConversationEntry> conversation(String organisationId, String interactionId);
}
