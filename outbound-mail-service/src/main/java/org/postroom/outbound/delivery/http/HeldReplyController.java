package org.postroom.outbound.delivery.http;

import java.util.List;
import org.postroom.outbound.delivery.HeldReplies;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The replies of the caller's organisation that are kept back. */
@RestController
@PreAuthorize("hasAuthority('routing:email:manage')")
@InStage(Stage.SEND)
class HeldReplyController {

    private final HeldReplies held;

    HeldReplyController(HeldReplies held) {
        this.held = held;
    }

    @GetMapping("/api/held-replies")
    List<HeldReplies.HeldReply> list(SignedInUser user) {
        return held.of(user.organisationId());
    }
}
