package org.postroom.console.timeline.http;

import java.util.List;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.postroom.console.timeline.TimelineEvent;
import org.postroom.console.timeline.Timelines;
import org.postroom.runtime.problem.NotFoundException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The timeline as a page. */
@Page
class TimelineController {

    private final Timelines timelines;

    TimelineController(Timelines timelines) {
        this.timelines = timelines;
    }

    @GetMapping("/interactions/{interactionId}/timeline")
    String timeline(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String interactionId, Model model) {
        List<TimelineEvent> events = timelines.of(visitor.organisationId(), interactionId);
        if (events.isEmpty()) {
            throw new NotFoundException("interaction", interactionId);
        }
        model.addAttribute("interactionId", interactionId);
        model.addAttribute("events", events);
        return "timeline/timeline";
    }
}
