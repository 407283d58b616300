package org.postroom.routing.decision;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.FlowResult;
import org.postroom.flow.FlowRun;
import org.postroom.flow.Treatment;
import org.postroom.flow.World;
import org.postroom.routing.conversation.Threading;
import org.postroom.routing.decision.RoutingEvent.FlowRan;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.directory.SpamRoute;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.SkillId;

/**
 * Where a mail goes whose address names a flow. Before version 3 no flow is run, and all such mail goes to the fallback
 * queue.
 */
final class FlowDecision {

    private FlowDecision() {}

    /**
     * What a flow made of a mail.
     *
     * @param flow the flow
     * @param address the address that names it
     * @param result what came of it; null where nothing of the flow is published, so that it was not run
     * @param requirement what is asked of an agent; null where the flow ended the mail
     * @param priority the head start, in minutes
     */
    record Judged(
            Flow flow,
            Address address,
            @Nullable FlowResult result,
            @Nullable Requirement requirement,
            int priority) {}

    /** Asks the flow that an address names for this mail, from version 3 on; null where it names none that decides on it. */
    static @Nullable Judged judge(Turn turn, EmailReceived email, Threading threading, Address address) {
        var flow = flowFor(turn, email, address);
        if (flow == null) {
            return null;
        }
        var before = treatment(address);
        if (flow.published() == null) {
            return judged(turn, flow, address, null, flow.fallbackQueueId(), before);
        }
        var world = new FlowWorld(turn.state().directory());
        var facts = email.facts().continuing(threading.conversation() != null);
        var result = switch (world.flow(flow.flowId().value())) {
            case World.Present present -> FlowRun.of(present, facts, before, world);
            case World.Absent(String problem) -> new FlowResult(new FlowResult.Failed(problem), before, List.of());
        };
        return switch (result.outcome()) {
            case FlowResult.Transferred(String queueId) ->
                judged(turn, flow, address, result, new QueueId(queueId), result.treatment());
            case FlowResult.Undecided _, FlowResult.Failed _ ->
                judged(turn, flow, address, result, flow.fallbackQueueId(), result.treatment());
            case FlowResult.Disconnected _ ->
                new Judged(flow, address, result, null, result.treatment().priority());
        };
    }

    /**
     * What is asked of an agent where the flow that an address names says nothing, or there is none; null where the address has
     * neither flow nor queue.
     */
    static @Nullable Requirement unlessDecided(Turn turn, EmailReceived email, Address address) {
        var flow = flowFor(turn, email, address);
        return flow == null
                ? turn.state().directory().requirementOf(address)
                : judged(turn, flow, address, null, flow.fallbackQueueId(), treatment(address))
                        .requirement();
    }

    /** What is taken for spam goes to the flow for spam. One that is not known is none: the mail is like any other. */
    private static @Nullable Flow flowFor(Turn turn, EmailReceived email, Address address) {
        var directory = turn.state().directory();
        var spamFlowId = address.spamFlowId();
        if (email.judgement().spam() && address.spamRoute() == SpamRoute.FLOW && spamFlowId != null) {
            var spamFlow = directory.flow(spamFlowId);
            if (spamFlow != null) {
                return spamFlow;
            }
        }
        return address.flowId() == null ? null : directory.flow(address.flowId());
    }

    private static Treatment treatment(Address address) {
        SortedMap<String, Integer> skills = new TreeMap<>();
        address.skills().forEach(skill -> skills.put(skill.skillId().value(), skill.proficiency()));
        var language = address.language();
        return new Treatment(address.priority(), skills, language == null ? null : language.tag(), new TreeMap<>());
    }

    private static Judged judged(
            Turn turn, Flow flow, Address address, @Nullable FlowResult result, QueueId queueId, Treatment treatment) {
        var language = treatment.language();
        var asked = new Requirement(
                queueId,
                treatment.skills().entrySet().stream()
                        .map(skill -> new SkillLevel(new SkillId(skill.getKey()), skill.getValue()))
                        .toList(),
                language == null ? null : new Language(language));
        return new Judged(flow, address, result, turn.state().directory().requirementIn(asked), treatment.priority());
    }

    /** Tells that a flow was run, where one was; with the interaction that the mail begins, or null where it begins none. */
    static void tell(Turn turn, EmailReceived email, Destination destination, @Nullable InteractionId interactionId) {
        var judged = destination.judged();
        if (judged != null) {
            tell(turn, email, judged, interactionId);
        }
    }

    private static void tell(Turn turn, EmailReceived email, Judged judged, @Nullable InteractionId interactionId) {
        var published = judged.flow().published();
        var result = judged.result();
        if (published != null && result != null) {
            var requirement = judged.requirement();
            turn.emit(new FlowRan(
                    email.emailId(),
                    interactionId,
                    judged.address().addressId(),
                    judged.flow().flowId(),
                    published.version(),
                    requirement == null ? null : requirement.queueId(),
                    result));
        }
    }
}
