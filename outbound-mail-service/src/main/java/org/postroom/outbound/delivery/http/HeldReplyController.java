package org.postroom.outbound.delivery.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.delivery.HeldReplies;
import org.postroom.outbound.delivery.HeldReplies.HeldReply;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.postroom.runtime.page.PageQuery;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The replies of the caller's organisation that are kept back. */
@RestController
@PreAuthorize("hasAuthority('routing:email:manage')")
@InStage(Stage.SEND)
class HeldReplyController {

    private static final String PATH = "/api/held-replies";

    private final HeldReplies held;

    HeldReplyController(HeldReplies held) {
        this.held = held;
    }

    @GetMapping(PATH)
    ResponseEntity<List<HeldReply>> list(
            SignedInUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PageQuery.DEFAULT_LIMIT) int limit) {
        var query = new PageQuery(after, limit);
        List<HeldReply> found = held.of(new OrganisationId(user.organisationId()), place(after), query.oneMore());
        return query.answer(PATH, found, reply -> reply.heldSince() + "," + reply.replyId(), Function.identity());
    }

    private static HeldReplies.@Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            String[] parts = after.split(",", 2);
            return new HeldReplies.Place(Instant.parse(parts[0]), new ReplyId(parts[parts.length - 1]));
        } catch (DateTimeParseException wrong) {
            throw new InvalidFieldException("after", "expected what the answer before named, but it is something else");
        }
    }
}
