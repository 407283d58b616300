package org.postroom.outbound.reply.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.reply.Draft;
import org.postroom.outbound.reply.ReplyDesk;
import org.postroom.outbound.reply.ReplyState;
import org.postroom.outbound.reply.ReplyStatus;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.page.PageQuery;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Replies to the interactions of the caller's organisation. */
@RestController
@RequestMapping("/api/interactions/{interactionId}/replies")
@PreAuthorize("hasAuthority('conversation:email:handle')")
@InStage(Stage.COMPOSE)
class ReplyController {

    private static final int LONGEST_KEY = 200;

    private final ReplyDesk desk;

    ReplyController(ReplyDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    Accepted request(
            SignedInUser user,
            @PathVariable String interactionId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody Draft draft) {
        if (idempotencyKey != null && (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY)) {
            throw new InvalidFieldException(
                    "Idempotency-Key",
                    "expected 1 to %d characters, but got %d".formatted(LONGEST_KEY, idempotencyKey.length()));
        }
        return new Accepted(desk.request(
                        new OrganisationId(user.organisationId()),
                        new AgentId(user.userId()),
                        new InteractionId(interactionId),
                        draft,
                        idempotencyKey)
                .value());
    }

    @GetMapping
    ResponseEntity<List<Reply>> list(
            SignedInUser user,
            @PathVariable String interactionId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PageQuery.DEFAULT_LIMIT) int limit) {
        var query = new PageQuery(after, limit);
        List<ReplyStatus> found = desk.replies(
                new OrganisationId(user.organisationId()), new InteractionId(interactionId), after, query.oneMore());
        String path = UriComponentsBuilder.fromPath("/api/interactions/{interaction}/replies")
                .buildAndExpand(interactionId)
                .encode()
                .toUriString();
        return query.answer(path, found, status -> status.reply().replyId().value(), Reply::of);
    }

    record Accepted(String replyId) {}

    record Recipient(String address, @Nullable String name, Addressee.Kind kind) {}

    record Reply(
            String replyId,
            String agentId,
            ReplyState state,
            String subject,
            List<Recipient> recipients,
            Instant requestedAt,
            Instant changedAt,
            @Nullable String reason,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String messageId,
            List<String> bouncedRecipients) {

        static Reply of(ReplyStatus status) {
            var reply = status.reply();
            var progress = status.progress();
            return new Reply(
                    reply.replyId().value(),
                    reply.agentId().value(),
                    progress.state(),
                    reply.subject(),
                    reply.recipients().stream()
                            .map(addressee -> new Recipient(
                                    addressee.mailbox().address().value(),
                                    addressee.mailbox().name(),
                                    addressee.kind()))
                            .toList(),
                    reply.requestedAt(),
                    progress.at(),
                    progress.reason(),
                    progress.attempts(),
                    progress.nextAttemptAt(),
                    progress.messageId(),
                    progress.bounced());
        }
    }
}
