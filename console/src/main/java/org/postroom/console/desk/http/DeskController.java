package org.postroom.console.desk.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.postroom.console.desk.DeskReadModel;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agent's desk. */
@Page
@RequestMapping("/desk")
class DeskController {

    private static final Duration REFUSALS_SHOWN = Duration.ofSeconds(20);

    private final DeskReadModel readModel;
    private final RoutingClient routing;
    private final Clock clock;

    DeskController(DeskReadModel readModel, RoutingClient routing, Clock clock) {
        this.readModel = readModel;
        this.routing = routing;
        this.clock = clock;
    }

    @GetMapping
    String page(@AuthenticationPrincipal ConsoleUser visitor, Model model) {
        show(visitor, model);
        return "desk/desk";
    }

    @GetMapping("/work")
    String work(@AuthenticationPrincipal ConsoleUser visitor, Model model) {
        show(visitor, model);
        return "desk/work :: work";
    }

    @PostMapping("/status")
    ResponseEntity<Void> status(
            @RequestParam(defaultValue = "false") boolean onQueue,
            @RequestParam(defaultValue = "") String status,
            HttpServletRequest request) {
        String wanted = status.isEmpty() ? (onQueue ? "ON_QUEUE" : "OFF_QUEUE") : status;
        return Reaction.to(routing.changeStatus(wanted), request, "/desk", false);
    }

    private void show(ConsoleUser visitor, Model model) {
        model.addAttribute(
                "desk",
                readModel.desk(
                        visitor.organisationId(),
                        visitor.userId(),
                        clock.instant().minus(REFUSALS_SHOWN)));
    }
}
