package org.postroom.console.assignment.http;

import java.time.Clock;
import java.util.List;
import org.postroom.console.assignment.WaitingLine;
import org.postroom.console.assignment.WaitingLists;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits in a queue, in the order in which it is offered, with the parts of each score. */
@Page
class WaitingListController {

    private static final int PAGE = 50;

    private final WaitingLists waitingLists;
    private final Clock clock;

    WaitingListController(WaitingLists waitingLists, Clock clock) {
        this.waitingLists = waitingLists;
        this.clock = clock;
    }

    /**
     * Shows a part of the list.
     *
     * @param after only those behind this interaction; empty from the first on
     */
    @GetMapping("/supervision/queues/{queueId}")
    String waiting(
            @AuthenticationPrincipal ConsoleUser visitor,
            @PathVariable String queueId,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var name = waitingLists
                .queue(visitor.organisationId(), queueId)
                .orElseThrow(() -> new NotFoundException("queue", queueId));
        List<WaitingLine> found = waitingLists.of(visitor.organisationId(), queueId, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("queueId", queueId);
        model.addAttribute("queueName", name);
        model.addAttribute("lines", more ? found.subList(0, PAGE) : found);
        model.addAttribute("next", more ? found.get(PAGE - 1).interactionId() : "");
        model.addAttribute("first", after.isEmpty());
        model.addAttribute("now", clock.instant());
        return "assignment/waiting";
    }
}
