package org.postroom.console.desk.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.postroom.console.signin.http.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buttons by which an agent puts work away, takes it back, gives it to others, and writes a note. */
@Page
@RequestMapping("/interactions/{interactionId}")
class HandOverController {

    /** The form offers seven days; a minute less is within them by whichever clock. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final RoutingClient routing;
    private final Clock clock;

    HandOverController(RoutingClient routing, Clock clock) {
        this.routing = routing;
        this.clock = clock;
    }

    @PostMapping("/park")
    ResponseEntity<Void> park(@PathVariable String interactionId, @RequestParam int hours, HttpServletRequest request) {
        Instant until = clock.instant().plus(Duration.ofHours(hours)).minus(MARGIN);
        return Reaction.to(routing.park(interactionId, until), request, "/desk", true);
    }

    @PostMapping("/resume")
    ResponseEntity<Void> resume(@PathVariable String interactionId, HttpServletRequest request) {
        return Reaction.to(routing.ask(interactionId, "resume"), request, "/interactions/" + interactionId, false);
    }

    /** @param receiver {@code queue:} or {@code agent:} with an identifier behind */
    @PostMapping("/transfer")
    ResponseEntity<Void> transfer(
            @PathVariable String interactionId,
            @RequestParam(defaultValue = "") String receiver,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        return Reaction.to(
                routing.transfer(interactionId, named("queue:", receiver), named("agent:", receiver), note),
                request,
                "/desk",
                true);
    }

    @PostMapping("/notes")
    ResponseEntity<Void> note(
            @PathVariable String interactionId,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        return Reaction.to(routing.note(interactionId, text), request, "/interactions/" + interactionId, true);
    }

    private static String named(String kind, String receiver) {
        return receiver.startsWith(kind) ? receiver.substring(kind.length()) : "";
    }
}
