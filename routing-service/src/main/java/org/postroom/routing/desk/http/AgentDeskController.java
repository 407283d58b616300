package org.postroom.routing.desk.http;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.routing.AcceptInteraction;
import org.postroom.events.routing.ChangeAgentStatus;
import org.postroom.events.routing.CloseInteraction;
import org.postroom.events.routing.DeclineInteraction;
import org.postroom.events.routing.WrapUpInteraction;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes an agent's commands. An answer 202 means that the command is in the log; what came of it is an event, and a
 * refusal is the event RoutingCommandRejected with the same command id.
 */
@RestController
@RequestMapping("/api")
@PreAuthorize("hasAuthority('conversation:email:handle')")
class AgentDeskController {

    private final CommandLog commands;
    private final IdSource ids;
    private final Clock clock;

    AgentDeskController(CommandLog commands, IdSource ids, Clock clock) {
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param status ON_QUEUE, OFF_QUEUE, or why the agent is off queue: AWAY, BUSY, BREAK, MEAL, MEETING or TRAINING */
    record StatusWanted(@Nullable String status) {}

    /**
     * @param wrapUpCode the identifier of one of the queue's wrap-up codes; absent for none
     * @param afterCallWork whether the agent wishes for after-call work, in a queue that leaves it to the agent; false where absent
     */
    record Closing(@Nullable String wrapUpCode, @Nullable Boolean afterCallWork) {}

    /** @param wrapUpCode the identifier of one of the queue's wrap-up codes; absent to leave it at what was given before */
    record WrappedUp(@Nullable String wrapUpCode) {}

    /** @param commandId names the command in what comes of it */
    record Taken(String commandId) {}

    @PutMapping("/agents/me/status")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken changeStatus(SignedInUser agent, @RequestBody StatusWanted wanted) {
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new ChangeAgentStatus(
                        agent.organisationId(), id, agent.userId(), status(wanted.status()), clock.instant()));
        return new Taken(id);
    }

    @PostMapping("/interactions/{interactionId}/accept")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken accept(SignedInUser agent, @PathVariable String interactionId) {
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new AcceptInteraction(agent.organisationId(), id, agent.userId(), interactionId, clock.instant()));
        return new Taken(id);
    }

    @PostMapping("/interactions/{interactionId}/decline")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken decline(SignedInUser agent, @PathVariable String interactionId) {
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new DeclineInteraction(agent.organisationId(), id, agent.userId(), interactionId, clock.instant()));
        return new Taken(id);
    }

    @PostMapping("/interactions/{interactionId}/close")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken close(
            SignedInUser agent,
            @PathVariable String interactionId,
            @RequestBody(required = false) @Nullable Closing closing) {
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new CloseInteraction(
                        agent.organisationId(),
                        id,
                        agent.userId(),
                        interactionId,
                        closing == null ? null : closing.wrapUpCode(),
                        closing != null && Boolean.TRUE.equals(closing.afterCallWork()),
                        clock.instant()));
        return new Taken(id);
    }

    @PostMapping("/interactions/{interactionId}/wrap-up")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken wrapUp(
            SignedInUser agent,
            @PathVariable String interactionId,
            @RequestBody(required = false) @Nullable WrappedUp done) {
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new WrapUpInteraction(
                        agent.organisationId(),
                        id,
                        agent.userId(),
                        interactionId,
                        done == null ? null : done.wrapUpCode(),
                        clock.instant()));
        return new Taken(id);
    }

    private static AgentStatus status(@Nullable String wanted) {
        return switch (wanted) {
            case "ON_QUEUE" -> AgentStatus.ON_QUEUE;
            case "OFF_QUEUE" -> AgentStatus.OFF_QUEUE;
            case "AWAY", "BUSY", "BREAK", "MEAL", "MEETING", "TRAINING" -> AgentStatus.valueOf(wanted);
            case null, default ->
                throw new InvalidFieldException(
                        "status",
                        "expected ON_QUEUE, OFF_QUEUE, AWAY, BUSY, BREAK, MEAL, MEETING or TRAINING, but got "
                                + wanted);
        };
    }
}
