package org.postroom.routing.acd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.postroom.routing.directory.Requirement;

/**
 * Those members of a queue who are looked at first where an interaction of one requirement is to be explained: the first who
 * are qualified, then the first who are not, by their ids. It depends on the configuration alone, and is made again only where that
 * has changed; so it costs a look at every member once for each change, and nothing for each mail.
 *
 * @param places at most {@link Shortlist#MOST_LOOKED_AT}
 * @param members how many members the queue has
 */
record Roster(List<Place> places, int members) {

    private static final Comparator<Seat> BY_ID =
            Comparator.comparing(seat -> seat.agentId().value());

    /**
     * A member.
     *
     * @param obstacles the rules of the configuration that do not allow it, as {@link RuleSet#names} reads them
     */
    record Place(Seat seat, long obstacles) {}

    static Roster of(Requirement requirement, Collection<Seat> seats, RuleSet rules) {
        var members = seats.stream()
                .filter(seat -> seat.queues().contains(requirement.queueId()))
                .sorted(BY_ID)
                .toList();
        var qualified = new ArrayList<Place>();
        var others = new ArrayList<Place>();
        for (var seat : members) {
            long obstacles = rules.configurationObstacles(seat, requirement);
            var places = obstacles == 0 ? qualified : others;
            if (places.size() < Shortlist.MOST_LOOKED_AT) {
                places.add(new Place(seat, obstacles));
            }
            if (qualified.size() == Shortlist.MOST_LOOKED_AT) {
                break;
            }
        }
        qualified.addAll(others.subList(0, Math.min(others.size(), Shortlist.MOST_LOOKED_AT - qualified.size())));
        return new Roster(List.copyOf(qualified), members.size());
    }
}
