package org.postroom.routing.acd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.directory.SkillEvaluation;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.presence.AgentPresence;

/**
 * Who gets the next interaction, asked from both sides: {@link #agentFor} when work arrived, {@link #workFor} when an
 * agent became free. It only answers; making the offer and adjusting the load is the caller's.
 *
 * <p>Interactions with equal requirements wait in one ordered class. An agent's answer is the best of the classes the
 * agent is qualified for, found by comparing their heads; an interaction's answer is the first qualified among the
 * available agents in order of fairness, or the one with the best skills where the queue wants that. Not safe for use by several threads.
 */
public final class Dispatcher {

    private final RuleSet rules;
    private final boolean proficiencyDecides;
    private final Map<AgentId, Seat> seats = new HashMap<>();
    private final WaitingClasses classes;
    private final Map<QueueId, Queue> queues = new HashMap<>();
    private final TreeSet<Seat> available = new TreeSet<>(Seat.FAIREST_FIRST);
    private final KeptItems kept = new KeptItems();
    private int waiting;
    private long configuration;

    /** A dispatcher of today's practice, which obeys every rule there is. */
    public Dispatcher() {
        this(Practice.PRESENT);
    }

    /** A dispatcher that gives work to agents as was or is practised. */
    public Dispatcher(Practice practice) {
        this(practice.rules(), practice.obeysBestAvailableSkills());
    }

    Dispatcher(RuleSet rules) {
        this(rules, true);
    }

    private Dispatcher(RuleSet rules, boolean proficiencyDecides) {
        this.rules = rules;
        this.proficiencyDecides = proficiencyDecides;
        this.classes = new WaitingClasses(rules, seats.values());
    }

    /** The names of the rules that whoever is offered something has to satisfy, in their order. */
    public static List<String> rules() {
        return RuleSet.STANDARD.all().stream().map(HardRule::name).toList();
    }

    /** Adds an agent or replaces what the agent can do; presence and load stay. */
    public void configure(AgentProfile profile) {
        configuration++;
        var seat = seats.get(profile.agentId());
        if (seat == null) {
            seat = new Seat(profile);
            seats.put(profile.agentId(), seat);
            addMemberships(seat);
        }
        change(seat, changed -> changed.setProfile(profile));
        classes.qualify(seat);
    }

    /** Removes an agent; the agent's interactions are the caller's to take back first. */
    public void remove(AgentId agentId) {
        configuration++;
        var seat = seats.remove(agentId);
        if (seat != null) {
            available.remove(seat);
            WaitingClasses.unlink(seat);
        }
    }

    /** Adds a queue or replaces its members. */
    public void configure(Queue queue) {
        configuration++;
        queues.put(queue.queueId(), queue);
        for (var seat : seats.values()) {
            setMembership(seat, queue.queueId(), queue.members().contains(seat.agentId()));
        }
    }

    /** Removes a queue: what waits in it keeps waiting, but nobody serves it. */
    public void remove(QueueId queueId) {
        configuration++;
        queues.remove(queueId);
        for (var seat : seats.values()) {
            setMembership(seat, queueId, false);
        }
    }

    /** Notes whether an agent is here; without effect for an agent who is not configured. */
    public void note(AgentPresence presence) {
        var seat = seats.get(presence.agentId());
        if (seat != null) {
            change(seat, changed -> changed.setPresence(presence));
        }
    }

    /** Adds to the number of interactions an agent has; without effect for an agent who is not configured. */
    public void addLoad(AgentId agentId, int difference) {
        var seat = seats.get(agentId);
        if (seat != null) {
            change(seat, changed -> changed.addLoad(difference));
        }
    }

    /** Lets an interaction wait. */
    public void add(WaitingItem item) {
        var only = item.keptFor();
        if (only == null) {
            classes.of(item.requirement()).add(item);
        } else {
            kept.add(only, item);
        }
        waiting++;
    }

    /** Takes an interaction out of the waiting list; without effect where it does not wait. */
    public void remove(WaitingItem item) {
        var only = item.keptFor();
        if (only != null) {
            waiting -= kept.remove(only, item) ? 1 : 0;
            return;
        }
        var waitingClass = classes.find(item.requirement());
        if (waitingClass != null && waitingClass.remove(item)) {
            waiting--;
        }
    }

    /** The agent who is offered this interaction, or null where nobody may take it now. */
    public @Nullable AgentId agentFor(WaitingItem item) {
        var only = item.keptFor();
        if (only != null) {
            var seat = seats.get(only);
            return seat != null && rules.isAvailable(seat) ? only : null;
        }
        var qualified = classes.of(item.requirement()).qualified();
        boolean bestSkilled = asksForTheBestSkilled(item.requirement());
        Seat best = null;
        for (var seat : available) {
            if (qualified.contains(seat) && rules.suits(seat, item)) {
                if (!bestSkilled) {
                    return seat.agentId();
                }
                best = best == null || Shortlist.levels(seat, item) > Shortlist.levels(best, item) ? seat : best;
            }
        }
        return best == null ? null : best.agentId();
    }

    private boolean asksForTheBestSkilled(Requirement requirement) {
        var queue = queues.get(requirement.queueId());
        return proficiencyDecides
                && queue != null
                && queue.evaluation() == SkillEvaluation.BEST_AVAILABLE_SKILLS
                && !requirement.skills().isEmpty();
    }

    /**
     * The waiting interaction with the highest score that the agent may take now, or null where there is none; what is kept for
     * the agent comes first.
     */
    public @Nullable WaitingItem workFor(AgentId agentId) {
        var seat = seats.get(agentId);
        if (seat == null || !rules.isAvailable(seat)) {
            return null;
        }
        WaitingItem best = kept.best(agentId);
        if (best != null) {
            return best;
        }
        for (var waitingClass : seat.servable()) {
            var candidate = waitingClass.bestFor(seat);
            if (candidate != null && (best == null || WaitingItem.BEST_FIRST.compare(candidate, best) < 0)) {
                best = candidate;
            }
        }
        return best;
    }

    /** What is kept for the agent, best first. */
    public List<WaitingItem> keptFor(AgentId agentId) {
        return kept.of(agentId);
    }

    /**
     * True where it makes sense to keep something for an agent: the agent takes work, and will have room for it.
     *
     * @param whateverQueue false where the agent must be qualified for what the interaction asks for, too
     */
    public boolean mayWaitFor(AgentId agentId, Requirement requirement, boolean whateverQueue) {
        var seat = seats.get(agentId);
        return seat != null
                && seat.presence().isOnQueue()
                && seat.profile().emailCapacity() > 0
                && (whateverQueue || rules.qualifies(seat, requirement));
    }

    /** The agents who could take something now, in the order in which they are asked. */
    public List<AgentId> availableAgents() {
        return available.stream().map(Seat::agentId).toList();
    }

    /** True where the agent is on queue and has room for one more. */
    public boolean isAvailable(AgentId agentId) {
        var seat = seats.get(agentId);
        return seat != null && rules.isAvailable(seat);
    }

    /** True where the agent has room for one more, on queue or not. */
    public boolean hasRoom(AgentId agentId) {
        var seat = seats.get(agentId);
        return seat != null && seat.load() < seat.profile().emailCapacity();
    }

    /** How many interactions an agent has, offered ones included; 0 for an agent who is not configured. */
    public int loadOf(AgentId agentId) {
        var seat = seats.get(agentId);
        return seat == null ? 0 : seat.load();
    }

    /** How many interactions wait. */
    public int waiting() {
        return waiting;
    }

    /** The interactions that wait in a queue, in no particular order of their classes, best first in each. */
    public Collection<WaitingItem> waitingIn(QueueId queueId) {
        var items = new ArrayList<WaitingItem>();
        classes.all()
                .filter(waitingClass -> waitingClass.requirement().queueId().equals(queueId))
                .forEach(waitingClass -> items.addAll(waitingClass.bestFirst()));
        kept.all().filter(item -> item.requirement().queueId().equals(queueId)).forEach(items::add);
        return items;
    }

    /** For every agent, whether the agent may be offered this interaction now, and why not. In the agents' order. */
    public List<Verdict> explain(WaitingItem item) {
        return seats.values().stream()
                .sorted(Seat.FAIREST_FIRST)
                .map(seat -> explain(seat, item))
                .toList();
    }

    /**
     * Who of the queue's members is named where it is told who was chosen for this interaction or why nobody was. However
     * many there are, {@link Shortlist#MOST_LOOKED_AT} are looked at.
     *
     * @param chosen who is offered it; null where nobody is
     */
    public Candidates candidatesFor(WaitingItem item, @Nullable AgentId chosen) {
        return new Shortlist(rules, item, asksForTheBestSkilled(item.requirement()))
                .of(
                        chosen == null ? null : seats.get(chosen),
                        available,
                        classes.of(item.requirement()).roster(seats.values(), configuration));
    }

    private Verdict explain(Seat seat, WaitingItem item) {
        var refusals = Stream.concat(KeptItems.refusal(seat, item), rules.refusals(seat, item).stream())
                .toList();
        return refusals.isEmpty() ? new Verdict.Allowed(seat.agentId()) : new Verdict.Refused(seat.agentId(), refusals);
    }

    private void addMemberships(Seat seat) {
        for (var queue : queues.values()) {
            if (queue.members().contains(seat.agentId())) {
                seat.queues().add(queue.queueId());
            }
        }
    }

    private void setMembership(Seat seat, QueueId queueId, boolean member) {
        var changed = member ? seat.queues().add(queueId) : seat.queues().remove(queueId);
        if (changed) {
            classes.qualify(seat);
        }
    }

    /** Changes a seat while it is out of the ordered set, whose order the change may concern. */
    private void change(Seat seat, Consumer<Seat> change) {
        available.remove(seat);
        change.accept(seat);
        if (rules.isAvailable(seat)) {
            available.add(seat);
        }
    }
}
