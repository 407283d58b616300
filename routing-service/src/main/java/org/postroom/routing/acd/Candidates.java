package org.postroom.routing.acd;

import java.util.List;

/**
 * The members of a queue who were looked at for an interaction.
 *
 * @param listed who was chosen, then others who could take it in the order in which they are asked, then those whom the
 *     fewest rules keep from it; at most {@link #MOST_LISTED}
 * @param further how many members the queue has beyond these
 */
public record Candidates(List<Candidate> listed, int further) {

    /** How many are listed at most: a team is listed whole, and an event stays small where thousands serve a queue. */
    public static final int MOST_LISTED = 20;

    /** Nobody, where nothing is explained. */
    public static final Candidates NONE = new Candidates(List.of(), 0);
}
