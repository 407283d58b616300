package org.postroom.console.desk.http;

import jakarta.servlet.http.HttpServletRequest;
import org.postroom.console.desk.Threads;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets agents correct which mails are one conversation: merge, undo that, and move a mail elsewhere. */
@Page
@RequestMapping("/interactions/{interactionId}/threads")
class ThreadController {

    private final Threads threads;
    private final RoutingClient routing;

    ThreadController(Threads threads, RoutingClient routing) {
        this.threads = threads;
        this.routing = routing;
    }

    @GetMapping
    String threads(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String interactionId, Model model) {
        model.addAttribute("interactionId", interactionId);
        model.addAttribute(
                "thread",
                threads.of(visitor.organisationId(), interactionId)
                        .orElseThrow(() -> new NotFoundException("interaction", interactionId)));
        return "desk/threads :: threads";
    }

    @PostMapping("/merge")
    ResponseEntity<Void> merge(
            @PathVariable String interactionId,
            @RequestParam String conversationId,
            @RequestParam String into,
            HttpServletRequest request) {
        return Reaction.to(routing.merge(conversationId, into), request, page(interactionId), false);
    }

    @PostMapping("/part")
    ResponseEntity<Void> part(
            @PathVariable String interactionId, @RequestParam String conversationId, HttpServletRequest request) {
        return Reaction.to(routing.part(conversationId), request, page(interactionId), false);
    }

    /** @param into the conversation that the mail belongs to; empty for one of its own */
    @PostMapping("/move")
    ResponseEntity<Void> move(
            @PathVariable String interactionId,
            @RequestParam String emailId,
            @RequestParam String conversationId,
            @RequestParam(defaultValue = "") String into,
            HttpServletRequest request) {
        return Reaction.to(routing.move(conversationId, emailId, into), request, page(interactionId), false);
    }

    private static String page(String interactionId) {
        return "/interactions/" + interactionId;
    }
}
