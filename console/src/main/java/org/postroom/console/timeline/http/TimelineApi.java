package org.postroom.console.timeline.http;

import java.util.List;
import org.postroom.console.timeline.TimelineEvent;
import org.postroom.console.timeline.Timelines;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The timeline as JSON, for a bearer token. */
@RestController
class TimelineApi {

    private final Timelines timelines;

    TimelineApi(Timelines timelines) {
        this.timelines = timelines;
    }

    @GetMapping("/api/interactions/{interactionId}/timeline")
    Timeline timeline(SignedInUser user, @PathVariable String interactionId) {
        List<TimelineEvent> events = timelines.of(user.organisationId(), interactionId);
        if (events.isEmpty()) {
            throw new NotFoundException("interaction", interactionId);
        }
        return new Timeline(interactionId, events);
    }

    /** The story of one interaction. */
    record Timeline(String interactionId, List<TimelineEvent> events) {}
}
