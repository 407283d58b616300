package org.postroom.console.timeline;

import java.util.List;

/** The stories of interactions. */
public interface Timelines {

    /**
     * Everything that happened to an interaction and to its mails, oldest first; empty where the organisation has no
     * such interaction.
     */
    List<TimelineEvent> of(String organisationId, String interactionId);
}
