package org.postroom.routing.desk.http;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.postroom.events.routing.MergeConversations;
import org.postroom.events.routing.MoveEmail;
import org.postroom.events.routing.PartConversations;
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

/**
 * Takes what agents correct in which mails are one conversation. An answer 202 means that the command is in the log; what came of
 * it is an event, and a refusal is the event RoutingCommandRejected with the same command id.
 */
@RestController
@RequestMapping("/api/conversations/{conversationId}")
@PreAuthorize("hasAuthority('conversation:email:handle')")
class ConversationController {

    private final CommandLog commands;
    private final IdSource ids;
    private final Clock clock;

    ConversationController(CommandLog commands, IdSource ids, Clock clock) {
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param into the conversation that it becomes part of */
    record Merging(@Nullable String into) {}

    /** @param into the conversation that the mail belongs to; null for one of its own */
    record Moving(@Nullable String into) {}

    /** @param commandId names the command in what comes of it */
    record Taken(String commandId) {}

    @PostMapping("/merge")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken merge(SignedInUser agent, @PathVariable String conversationId, @RequestBody Merging merging) {
        String into = merging.into();
        if (into == null || into.isBlank()) {
            throw new InvalidFieldException("into", "expected the conversation that it becomes part of, but got none");
        }
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new MergeConversations(
                        agent.organisationId(), id, agent.userId(), conversationId, into, clock.instant()));
        return new Taken(id);
    }

    /** Undoes that the conversation was merged into another one. */
    @PostMapping("/part")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken part(SignedInUser agent, @PathVariable String conversationId) {
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new PartConversations(agent.organisationId(), id, agent.userId(), conversationId, clock.instant()));
        return new Taken(id);
    }

    /** Moves a mail to another conversation, or to one of its own. */
    @PostMapping("/emails/{emailId}/move")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken move(
            SignedInUser agent,
            @PathVariable String conversationId,
            @PathVariable String emailId,
            @RequestBody(required = false) @Nullable Moving moving) {
        var into = moving == null ? null : moving.into();
        var id = ids.next();
        commands.append(
                agent.organisationId(),
                new MoveEmail(
                        agent.organisationId(),
                        id,
                        agent.userId(),
                        emailId,
                        conversationId,
                        into == null || into.isBlank() ? null : into,
                        clock.instant()));
        return new Taken(id);
    }
}
