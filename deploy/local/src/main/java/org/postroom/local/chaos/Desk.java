package org.postroom.local.chaos;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.demo.Setup;
import org.postroom.local.signin.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Agents who do at once whatever is to be done, through the services' APIs, and try again what fails. */
final class Desk implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Desk.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Shorter than an access token lives. */
    private static final Duration SIGN_IN_AGAIN = Duration.ofMinutes(3);

    private static final int REQUESTS = 16;

    private final StackAddresses stack;
    private final DeskWork work;
    private final Clock clock;
    private final Semaphore requests = new Semaphore(REQUESTS);
    private final Map<String, SignedIn> signedIn = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private record SignedIn(ApiClient client, Instant since) {}

    Desk(StackAddresses stack, DeskWork work, Clock clock) {
        this.stack = stack;
        this.work = work;
        this.clock = clock;
    }

    /** Goes on queue and begins to work. */
    void open(List<String> agents) throws IOException, InterruptedException {
        for (var agent : agents) {
            goOnQueue(client(agent));
        }
        Thread.ofPlatform().daemon().name("desk").start(this::workOn);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void workOn() {
        try {
            while (!closed) {
                for (var act : work.due(clock.instant())) {
                    requests.acquire();
                    Thread.ofVirtual().start(() -> tryToDo(act));
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What does not come about is due again, so a refusal and a silence are the same here. */
    private void tryToDo(DeskWork.Act act) {
        try {
            perform(act);
        } catch (IOException notNow) {
            log.debug("{} could not be done: {}", act, notNow.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            requests.release();
        }
    }

    private void perform(DeskWork.Act act) throws IOException, InterruptedException {
        var agent = client(act.agentId());
        switch (act) {
            case DeskWork.GoOnQueue _ -> goOnQueue(agent);
            case DeskWork.Accept accept ->
                agent.post(stack.routing(), interaction(accept.interactionId()) + "/accept", Map.of());
            case DeskWork.Close close ->
                agent.post(stack.routing(), interaction(close.interactionId()) + "/close", Map.of());
            case DeskWork.Answer answer ->
                agent.postOnce(
                        stack.outbound(),
                        interaction(answer.interactionId()) + "/replies",
                        "chaos-" + answer.interactionId(),
                        Map.of("text", "Good morning,\n\nyes, of course. The answer is 42."));
        }
    }

    private void goOnQueue(ApiClient agent) throws IOException, InterruptedException {
        agent.put(stack.routing(), "/api/agents/me/status", Map.of("status", "ON_QUEUE"));
    }

    private static String interaction(String id) {
        return "/api/interactions/" + id;
    }

    private ApiClient client(String agent) throws IOException, InterruptedException {
        var present = signedIn.get(agent);
        if (present != null && !isOld(present)) {
            return present.client();
        }
        var fresh = ApiClient.with(new SignIn(stack.identity()).user(agent, Setup.PASSWORD));
        signedIn.put(agent, new SignedIn(fresh, clock.instant()));
        return fresh;
    }

    private boolean isOld(SignedIn session) {
        return session.since().plus(SIGN_IN_AGAIN).isBefore(clock.instant());
    }
}
