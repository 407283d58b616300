package org.postroom.routing.acd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.presence.AgentPresence;

/** An agent as the dispatcher sees one: what the agent can do, whether the agent is here, and how busy. */
final class Seat {

    /** Who is asked first: the least busy, then the one idle longest, then by id so that the order is total. */
    static final Comparator<Seat> FAIREST_FIRST = Comparator.comparingInt(Seat::load)
            .thenComparing(Seat::idleSince)
            .thenComparing(seat -> seat.agentId().value());

    private final Set<QueueId> queues = new HashSet<>();
    private final List<WaitingClass> servable = new ArrayList<>();
    private AgentProfile profile;
    private AgentPresence presence;
    private int load;

    Seat(AgentProfile profile) {
        this.profile = profile;
        this.presence = AgentPresence.unseen(profile.agentId());
    }

    AgentId agentId() {
        return profile.agentId();
    }

    AgentProfile profile() {
        return profile;
    }

    AgentPresence presence() {
        return presence;
    }

    int load() {
        return load;
    }

    Instant idleSince() {
        return presence.idleSince();
    }

    /** The queues the agent is a member of. */
    Set<QueueId> queues() {
        return queues;
    }

    /** The classes whose interactions the agent is qualified for. */
    List<WaitingClass> servable() {
        return servable;
    }

    void setProfile(AgentProfile changed) {
        profile = changed;
    }

    void setPresence(AgentPresence changed) {
        presence = changed;
    }

    void addLoad(int difference) {
        load += difference;
    }
}
