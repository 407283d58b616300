package org.postroom.console.assignment.http;

import org.jspecify.annotations.Nullable;
import org.postroom.console.assignment.AssignmentWords;
import org.postroom.console.assignment.Assignments;
import org.postroom.console.assignment.WaitingLists;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Why an interaction was offered to whom it was: a part of its page, and a page of its own for those without scripts. */
@Page
class AssignmentController {

    private final Assignments assignments;
    private final WaitingLists waitingLists;

    AssignmentController(Assignments assignments, WaitingLists waitingLists) {
        this.assignments = assignments;
        this.waitingLists = waitingLists;
    }

    @GetMapping("/interactions/{interactionId}/assignment")
    String assignment(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String interactionId,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        var assignment = assignments
                .newest(visitor.organisationId(), interactionId)
                .orElseThrow(() -> new NotFoundException("interaction", interactionId));
        model.addAttribute("interactionId", interactionId);
        model.addAttribute("assignment", assignment);
        model.addAttribute("words", new AssignmentWords(assignment));
        model.addAttribute(
                "standing",
                waitingLists.standing(visitor.organisationId(), interactionId).orElse(null));
        return part == null ? "assignment/page" : "assignment/assignment :: assignment";
    }
}
