package org.postroom.local.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.kafka.common.KafkaException;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionSegmentEnded;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.LogReader;
import org.postroom.local.client.LoggedEvent;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.signin.SignIn;
import org.postroom.local.signin.SignInRefusedException;

/**
 * The main job, done once on a real message through the stack's own doors: a domain is verified, a customer's mail comes
 * in by SMTP, is routed to the agent who may take it, is answered, and the answer arrives, signed. It has an address, a
 * queue and an agent of its own, so it can be told on a stack in use, as often as one likes.
 */
public final class Demo {

    private static final Duration OTHERS_PATIENCE = Duration.ofMinutes(1);
    private static final String DANA = Stage.AGENT.firstName();
    private static final String ANSWER =
            "Bonjour Madame Muñoz,\n\nvous avez raison : nous remboursons le second paiement aujourd'hui.";

    private final StackAddresses stack;
    private final Narrator narrator;
    private final Watch watch;
    private final Administration administration;
    private final Stage stage;
    private final DeskAgent dana;
    private final Customer carla;

    private Demo(StackAddresses stack, Narrator narrator, LogReader log, Clock clock)
            throws IOException, InterruptedException {
        this.stack = stack;
        this.narrator = narrator;
        this.watch = new Watch(log);
        var ada = signedIn(stack, Setup.ACME.administrator());
        this.administration = new Administration(Setup.ACME, stack, ada, log, narrator);
        this.stage = new Stage(new Entries(ada, stack.domain()), stack, watch, narrator);
        this.dana = new DeskAgent(stack, signedIn(stack, Stage.AGENT.id()), watch);
        this.carla = new Customer(stack, watch, narrator, clock);
    }

    /**
     * Runs the demonstration and tells it. Where another one runs, it waits for that to end.
     *
     * @param stack where the parts of the stack are
     * @param folder the stack's data folder, where a file says that a demonstration runs
     * @param out is told the story
     * @throws DemoStoppedException where it cannot be told to its end, with the reason and what to do, for people
     */
    public static void run(StackAddresses stack, Path folder, PrintWriter out)
            throws DemoStoppedException, InterruptedException {
        var narrator = new Narrator(out);
        var clock = Clock.system(ZoneId.systemDefault());
        try (var _ = DemoLock.take(folder, clock, OTHERS_PATIENCE, narrator);
                var log = LogReader.fromNow(stack)) {
            new Demo(stack, narrator, log, clock).tell();
        } catch (IOException | KafkaException failed) {
            throw new DemoStoppedException(narrator.where(), new Failure(stack).of(failed));
        }
    }

    private static ApiClient signedIn(StackAddresses stack, String user) throws IOException, InterruptedException {
        try {
            return ApiClient.with(new SignIn(stack.identity()).user(user, Setup.PASSWORD));
        } catch (SignInRefusedException refused) {
            throw refused;
        } catch (IOException silent) {
            throw Failure.silent("identity").because(silent);
        }
    }

    private void tell() throws IOException, InterruptedException {
        var leaving = Thread.ofPlatform().unstarted(this::leaveQueue);
        Runtime.getRuntime().addShutdownHook(leaving);
        try {
            goOnQueue(prepare());
            EmailReceived email = receiveMail();
            EmailThreaded threaded = route(email);
            accept(threaded.getInteractionId());
            ReplyComposed reply = answer(threaded.getInteractionId());
            narrator.step("The customer's mailbox shows the reply.");
            new ReplyCheck(stack, watch, narrator).check(reply, carla.messageId());
            threadTheCustomersAnswer(threaded, reply);
        } finally {
            leaveQueue();
            forget(leaving);
        }
        end();
    }

    private Stage.Ready prepare() throws IOException, InterruptedException {
        String domain = administration.provideDomain();
        if (!stage.wasSet()) {
            administration.openAddress(domain);
        }
        return stage.set(domain);
    }

    /** Also where the demonstration fails, or its process is told to end. Where this fails, the next one does it. */
    private void leaveQueue() {
        try {
            dana.leaveQueue();
        } catch (IOException unreachable) {
            narrator.detail(DANA + " could not be taken off queue; the next demonstration does that.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread leaving) {
        try {
            Runtime.getRuntime().removeShutdownHook(leaving);
        } catch (IllegalStateException brokenOff) {
            // The process is ending, and this thread with it.
        }
    }

    private void goOnQueue(Stage.Ready ready) throws IOException, InterruptedException {
        narrator.step(DANA + ", an agent with the skill Demonstration who speaks French, goes on queue.");
        narrator.event(dana.goOnQueue(), "ON_QUEUE");
        LeftOvers.find(stack, ready).end(dana, narrator);
    }

    private EmailReceived receiveMail() throws IOException, InterruptedException {
        narrator.step("Carla, a customer, writes to " + Stage.ADDRESS + ": “" + CustomerMail.SUBJECT + "”.");
        var received = carla.write();
        narrator.event(
                received,
                "from " + received.event().getFrom().getAddress() + ", "
                        + received.event().getAttachments().size() + " attachment, "
                        + received.event().getMessage().getSize() + " bytes");
        return received.event();
    }

    private EmailThreaded route(EmailReceived email) throws Obstacle {
        narrator.step("routing-service finds its conversation, queues it, and offers it to " + DANA + ".");
        var threaded = thread(email);
        narrator.event(threaded, "rule " + threaded.event().getRule());
        String interactionId = threaded.event().getInteractionId();
        var queued = watch.await(
                InteractionQueued.class,
                "queue the mail",
                event -> event.getInteractionId().equals(interactionId));
        var score = queued.event().getScore();
        narrator.event(
                queued,
                "score %.2f = priority %d + %.2f minutes waited"
                        .formatted(score.getTotal(), score.getPriority(), score.getMinutesWaited()));
        var offered = dana.beOffered(interactionId);
        narrator.event(offered, "to " + offered.event().getAgentId());
        return threaded.event();
    }

    private LoggedEvent<EmailThreaded> thread(EmailReceived email) throws Obstacle {
        var came = watch.awaitAny(EmailThreaded.class, "find the mail's conversation", event -> switch (event) {
            case EmailThreaded threaded -> threaded.getEmailId().equals(email.getEmailId());
            case EmailDiscarded discarded -> discarded.getEmailId().equals(email.getEmailId());
            case EmailKeptAside kept -> kept.getEmailId().equals(email.getEmailId());
            default -> false;
        });
        if (came.event() instanceof EmailThreaded threaded) {
            return new LoggedEvent<>(threaded, came.topic(), came.partition(), came.offset());
        }
        if (came.event() instanceof EmailKeptAside) {
            throw new Obstacle(
                    "routing-service kept the mail aside: it was taken for automatic mail, spam or worse.",
                    "The list of mail that became no work, below Supervision at " + stack.console() + ", says why.");
        }
        throw new Obstacle(
                "routing-service has nowhere to put the mail: the address " + Stage.ADDRESS
                        + " or its queue was changed or removed meanwhile.",
                "Try again: the demonstration puts its own address and queue right when it begins.");
    }

    private void accept(String interactionId) throws IOException, InterruptedException {
        narrator.step(DANA + " accepts.");
        var accepted = dana.accept(interactionId);
        narrator.event(accepted, "waited " + accepted.event().getWaitedMicros() / 1_000 + " ms");
    }

    private ReplyComposed answer(String interactionId) throws IOException, InterruptedException {
        narrator.step("She answers; the reply is composed with signature and history, signed, and sent.");
        var requested = dana.answer(interactionId, ANSWER);
        narrator.event(requested, "by " + Stage.AGENT.id());
        ReplyComposed composed =
                new Delivery(stack, watch, narrator).follow(requested.event().getReplyId());
        var segment = watch.await(
                InteractionSegmentEnded.class,
                "end the agent's segment",
                event -> event.getInteractionId().equals(interactionId));
        narrator.event(segment, "handle time " + segment.event().getHandleTimeMicros() / 1_000 + " ms");
        var closed = watch.await(
                InteractionClosed.class,
                "close the interaction",
                event -> event.getInteractionId().equals(interactionId));
        narrator.event(closed, closed.event().getReason().name());
        return composed;
    }

    private void threadTheCustomersAnswer(EmailThreaded before, ReplyComposed reply)
            throws IOException, InterruptedException {
        narrator.step("Carla answers; her mail lands in the same conversation.");
        var received = carla.answer(reply);
        narrator.event(received, "from " + received.event().getFrom().getAddress());
        var after = thread(received.event());
        narrator.event(
                after,
                "rule " + after.event().getRule() + ", conversation "
                        + after.event().getConversationId());
        if (!after.event().getConversationId().equals(before.getConversationId())) {
            throw Obstacle.inPart(
                    "routing-service",
                    "Her answer should be in the conversation " + before.getConversationId() + ", but is in "
                            + after.event().getConversationId() + ".");
        }
        String interactionId = after.event().getInteractionId();
        dana.beOffered(interactionId);
        dana.accept(interactionId);
        var closed = dana.close(interactionId);
        narrator.event(closed, closed.event().getReason() + ": " + DANA + " needs to say no more");
    }

    private void end() throws IOException, InterruptedException {
        narrator.end(
                "That is the main job.",
                "See it in the browser: " + stack.console() + " (" + Stage.AGENT.id() + " / " + Setup.PASSWORD
                        + ", under what is done), the customer's mailbox: " + stack.mailbox());
        if (administration.hasAddress()) {
            String anna = Setup.ACME.agents().getFirst().id();
            narrator.end("Now you: sign in as " + anna + ", go on queue, and write to " + Setup.ACME.address()
                    + " on the mailbox page.");
        }
    }
}
