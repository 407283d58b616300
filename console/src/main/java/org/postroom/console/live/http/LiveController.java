package org.postroom.console.live.http;

import java.io.IOException;
import java.time.Duration;
import org.postroom.console.live.Signal;
import org.postroom.console.live.SignalBoard;
import org.postroom.console.live.Subscription;
import org.postroom.console.signin.ConsoleUser;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One stream for each open page. It carries no content, only the word that something changed: the page then asks for
 * what it shows, with the rights of its own session. A stream begins with such a word, so that nothing is missed between
 * the page's making and the stream's.
 */
@RestController
@RequestMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
class LiveController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long NO_TIMEOUT = 0;

    private final SignalBoard board;

    LiveController(SignalBoard board) {
        this.board = board;
    }

    @GetMapping("/desk")
    SseEmitter desk(@AuthenticationPrincipal ConsoleUser visitor) {
        return stream(Signal.agent(visitor.organisationId(), visitor.userId()));
    }

    @GetMapping("/interactions/{interactionId}")
    SseEmitter interaction(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String interactionId) {
        return stream(Signal.interaction(visitor.organisationId(), interactionId));
    }

    @GetMapping("/domains")
    SseEmitter domains(@AuthenticationPrincipal ConsoleUser visitor) {
        return stream(Signal.domains(visitor.organisationId()));
    }

    @GetMapping("/domains/{domainId}")
    SseEmitter domain(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String domainId) {
        return stream(Signal.domain(visitor.organisationId(), domainId));
    }

    @GetMapping("/queues")
    SseEmitter queues(@AuthenticationPrincipal ConsoleUser visitor) {
        return stream(Signal.queues(visitor.organisationId()));
    }

    private SseEmitter stream(Signal interest) {
        var emitter = new SseEmitter(NO_TIMEOUT);
        Subscription subscription = board.subscribe(interest);
        emitter.onCompletion(subscription::close);
        emitter.onError(broken -> subscription.close());
        Thread.ofVirtual().name("live-" + interest.subject()).start(() -> pump(subscription, emitter));
        return emitter;
    }

    private static void pump(Subscription subscription, SseEmitter emitter) {
        try (subscription) {
            boolean changed = true;
            while (subscription.isOpen()) {
                emitter.send(
                        changed
                                ? SseEmitter.event().name("change").data("now")
                                : SseEmitter.event().comment("still here"));
                changed = subscription.await(HEARTBEAT);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }
}
