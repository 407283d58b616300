package org.postroom.routing.desk.http;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.events.routing.NoteInteraction;
import org.postroom.events.routing.ParkInteraction;
import org.postroom.events.routing.ResumeInteraction;
import org.postroom.events.routing.TransferInteraction;
import org.postroom.routing.desk.http.AgentDeskController.Taken;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the commands by which an agent puts work away, gives it to others or writes a note; answered as by {@link AgentDeskController}. */
@RestController
@RequestMapping("/api/interactions/{interactionId}")
@PreAuthorize("hasAuthority('conversation:email:handle')")
class HandOverController {

    private final CommandLog commands;
    private final NoteStore notes;
    private final IdSource ids;
    private final Clock clock;

    HandOverController(CommandLog commands, NoteStore notes, IdSource ids, Clock clock) {
        this.commands = commands;
        this.notes = notes;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param until when it comes back at the latest, within seven days; the customer's next mail brings it back before */
    record Parking(@Nullable Instant until) {}

    /**
     * @param queueId the queue that it goes to; absent where an agent is named
     * @param agentId the agent whom it is offered to, who must be on queue and have room; absent where a queue is named
     * @param note for whoever gets it, 1 to 4000 characters; absent for none
     */
    record Transfer(
            @Nullable String queueId,
            @Nullable String agentId,
            @Nullable String note) {}

    /** @param text plain text, 1 to 4000 characters */
    record Note(@Nullable String text) {}

    @PostMapping("/park")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken park(SignedInUser agent, @PathVariable String interactionId, @RequestBody Parking parking) {
        Instant until = parking.until();
        if (until == null) {
            throw new InvalidFieldException("until", "expected when it comes back at the latest, but got nothing");
        }
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new ParkInteraction(agent.organisationId(), id, agent.userId(), interactionId, until, clock.instant()));
        return new Taken(id);
    }

    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken resume(SignedInUser agent, @PathVariable String interactionId) {
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new ResumeInteraction(agent.organisationId(), id, agent.userId(), interactionId, clock.instant()));
        return new Taken(id);
    }

    @PostMapping("/transfer")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken transfer(SignedInUser agent, @PathVariable String interactionId, @RequestBody Transfer transfer) {
        String queueId = given(transfer.queueId());
        String toAgentId = given(transfer.agentId());
        if ((queueId == null) == (toAgentId == null)) {
            throw new InvalidFieldException(
                    "queueId", "expected a queue or an agent, but got " + (queueId == null ? "none" : "both"));
        }
        String note = given(transfer.note());
        var kept = note == null ? null : notes.store(agent.organisationId(), "note", note);
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new TransferInteraction(
                        agent.organisationId(),
                        id,
                        agent.userId(),
                        interactionId,
                        queueId,
                        toAgentId,
                        kept,
                        clock.instant()));
        return new Taken(id);
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken note(SignedInUser agent, @PathVariable String interactionId, @RequestBody Note note) {
        var text = note.text() == null ? "" : note.text();
        var kept = notes.store(agent.organisationId(), "text", text);
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new NoteInteraction(agent.organisationId(), id, agent.userId(), interactionId, kept, clock.instant()));
        return new Taken(id);
    }

    private static @Nullable String given(@Nullable String id) {
        return id == null || id.isBlank() ? null : id;
    }
}
