package org.postroom.console.live.http;

import static org.postroom.console.signin.Permissions.HANDLE_EMAIL;
import static org.postroom.console.signin.Permissions.MANAGE_EMAIL;
import static org.postroom.console.signin.Permissions.SUPERVISE;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.postroom.console.live.OpenStreams;
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
 * the page's making and the stream's. It ends with the session, the permission or the organisation's standing, and where
 * a user has too many: a last word tells the page not to come again.
 */
@RestController
@RequestMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
class LiveController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long NO_TIMEOUT = 0;

    private final SignalBoard board;

    private final OpenStreams streams;
    private final StreamGrounds grounds;

    LiveController(SignalBoard board, OpenStreams streams, StreamGrounds grounds) {
        this.board = board;
        this.streams = streams;
        this.grounds = grounds;
    }

    @GetMapping("/desk")
    SseEmitter desk(@AuthenticationPrincipal ConsoleUser visitor, HttpSession session) {
        var interest = Signal.agent(visitor.organisationId(), visitor.userId());
        return stream(interest, visitor, grounds.of(visitor, session, HANDLE_EMAIL));
    }

    @GetMapping("/interactions/{interactionId}")
    SseEmitter interaction(
            @AuthenticationPrincipal ConsoleUser visitor, HttpSession session, @PathVariable String interactionId) {
        var interest = Signal.interaction(visitor.organisationId(), interactionId);
        return stream(interest, visitor, grounds.of(visitor, session, HANDLE_EMAIL, SUPERVISE));
    }

    @GetMapping("/domains")
    SseEmitter domains(@AuthenticationPrincipal ConsoleUser visitor, HttpSession session) {
        var interest = Signal.domains(visitor.organisationId());
        return stream(interest, visitor, grounds.of(visitor, session, MANAGE_EMAIL));
    }

    @GetMapping("/domains/{domainId}")
    SseEmitter domain(
            @AuthenticationPrincipal ConsoleUser visitor, HttpSession session, @PathVariable String domainId) {
        var interest = Signal.domain(visitor.organisationId(), domainId);
        return stream(interest, visitor, grounds.of(visitor, session, MANAGE_EMAIL));
    }

    @GetMapping("/queues")
    SseEmitter queues(@AuthenticationPrincipal ConsoleUser visitor, HttpSession session) {
        var interest = Signal.queues(visitor.organisationId());
        return stream(interest, visitor, grounds.of(visitor, session, SUPERVISE));
    }

    private SseEmitter stream(Signal interest, ConsoleUser visitor, BooleanSupplier stands) {
        var emitter = new SseEmitter(NO_TIMEOUT);
        Subscription subscription = board.subscribe(interest);
        Runnable forget = streams.add(visitor.organisationId(), visitor.userId(), stands, subscription::end);
        Runnable over = () -> {
            subscription.close();
            forget.run();
        };
        emitter.onCompletion(over);
        emitter.onError(broken -> over.run());
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
            if (subscription.isEnded()) {
                emitter.send(SseEmitter.event().name("ended").data("now"));
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
