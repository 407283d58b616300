package org.postroom.journeys;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.client.LogReader;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.demo.Administration;
import org.postroom.local.demo.Narrator;
import org.postroom.local.demo.Setup;
import org.postroom.local.demo.Waiting;
import org.postroom.local.http.Json;
import org.postroom.local.mailbox.SmtpClient;
import org.postroom.local.signin.SignIn;
import tools.jackson.databind.JsonNode;

/** One organisation on the running stack: its administrator's and agents' doings, and its customers' mails. */
final class ContactCentre implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Setup setup;
    private final StackAddresses stack = RunningStack.addresses();
    private final SignIn signIn = new SignIn(stack.identity());
    private final ApiClient administrator;
    private final LogReader log;

    private ContactCentre(Setup setup) throws Exception {
        this.setup = setup;
        this.administrator = signedIn(setup.administrator());
        this.log = LogReader.fromNow(stack);
    }

    /** An organisation whose domain is verified and whose address help@ is configured. */
    static ContactCentre of(Setup setup) throws Exception {
        var centre = new ContactCentre(setup);
        var console = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        new Administration(setup, centre.stack, centre.administrator, centre.log, new Narrator(console)).setUp();
        return centre;
    }

    ApiClient signedIn(String user) throws IOException, InterruptedException {
        return ApiClient.with(signIn.user(user, Setup.PASSWORD));
    }

    ApiClient administrator() {
        return administrator;
    }

    LogReader log() {
        return log;
    }

    /** A further address of the domain with a queue of its own, so that journeys do not take each other's mail. */
    String openAddress(String localPart, String... members) throws IOException, InterruptedException {
        String queue = administrator
                .post(
                        stack.domain(),
                        "/api/queues",
                        Map.of("name", localPart, "memberAgentIds", List.of(members), "alertingTimeoutSeconds", 300))
                .path("id")
                .asString();
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("domainId", domainId());
        address.put("localPart", localPart);
        address.put("fromName", "Acme " + localPart);
        address.put("queueId", queue);
        administrator.post(stack.domain(), "/api/addresses", address);
        return localPart + "@" + setup.domain();
    }

    String domainId() throws IOException, InterruptedException {
        return administrator
                .get(stack.domain(), "/api/domains")
                .valueStream()
                .filter(domain -> domain.path("name").asString().equals(setup.domain()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    void hasAgent(String id, String name, int capacity) throws IOException, InterruptedException {
        Map<String, Object> agent = new LinkedHashMap<>();
        agent.put("displayName", name);
        agent.put("emailCapacity", capacity);
        agent.put("languages", List.of("en"));
        administrator
                .get(stack.domain(), "/api/agents")
                .valueStream()
                .filter(present -> present.path("id").asString().equals(id))
                .findFirst()
                .ifPresent(
                        present -> agent.put("version", present.path("version").asLong()));
        administrator.put(stack.domain(), "/api/agents/" + id, agent);
    }

    /** Submits a mail once. */
    SmtpClient.Outcome submit(Mail mail) throws IOException {
        return SmtpClient.send(stack.smtp(), mail.from(), List.of(mail.to()), mail.bytes());
    }

    /** Submits a mail as a sending server does: again and again until it is accepted. */
    void deliver(Mail mail) throws Exception {
        Waiting.until(
                "the mail to be accepted",
                PATIENCE,
                () -> {
                    try {
                        return submit(mail);
                    } catch (IOException lostConnection) {
                        return new SmtpClient.Outcome(false, lostConnection.toString());
                    }
                },
                SmtpClient.Outcome::accepted);
    }

    EmailReceived received(Mail mail) throws TimeoutException {
        return log.await(
                        EmailReceived.class, PATIENCE, event -> mail.messageId().equals(event.getMessageId()))
                .event();
    }

    EmailThreaded threaded(Mail mail) throws TimeoutException {
        String emailId = received(mail).getEmailId();
        return log.await(EmailThreaded.class, PATIENCE, event -> emailId.equals(event.getEmailId()))
                .event();
    }

    void goOnQueue(ApiClient agent) throws IOException, InterruptedException {
        agent.put(stack.routing(), "/api/agents/me/status", Map.of("status", "ON_QUEUE"));
    }

    void goOffQueue(ApiClient agent) throws IOException, InterruptedException {
        agent.put(stack.routing(), "/api/agents/me/status", Map.of("status", "OFF_QUEUE"));
    }

    void accept(ApiClient agent, String interactionId) throws Exception {
        log.await(
                InteractionOffered.class,
                PATIENCE,
                event -> event.getInteractionId().equals(interactionId));
        agent.post(stack.routing(), "/api/interactions/" + interactionId + "/accept", Map.of());
        log.await(
                InteractionAccepted.class,
                PATIENCE,
                event -> event.getInteractionId().equals(interactionId));
    }

    /** Asks for a reply as soon as outbound-mail-service knows who handles the interaction; returns its identifier. */
    String reply(ApiClient agent, String interactionId, String text) throws Exception {
        return Waiting.until(
                        "the reply to be taken",
                        PATIENCE,
                        () -> tryReply(agent, interactionId, text),
                        node -> node.hasNonNull("replyId"))
                .path("replyId")
                .asString();
    }

    /** The Message-ID of a reply, once it is composed. */
    String messageIdOf(String reply) throws Exception {
        return log.await(
                        ReplyComposed.class,
                        PATIENCE,
                        event -> event.getReplyId().equals(reply))
                .event()
                .getMessageId();
    }

    /** Waits until an interaction has ended. */
    void awaitClosed(String interactionId) throws Exception {
        log.await(
                InteractionClosed.class,
                PATIENCE,
                event -> event.getInteractionId().equals(interactionId));
    }

    private JsonNode tryReply(ApiClient agent, String interactionId, String text)
            throws IOException, InterruptedException {
        try {
            return agent.post(
                    stack.outbound(), "/api/interactions/" + interactionId + "/replies", Map.of("text", text));
        } catch (ApiRefusedException refused) {
            if (refused.status() == 404 || refused.status() == 409) {
                return Json.MAPPER.nullNode();
            }
            throw refused;
        }
    }

    /** Delivers several mails to an address and returns the interactions that they begin, in that order. */
    List<String> delivered(int count, String address) throws Exception {
        List<String> interactions = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            var mail = Mail.from("carla@customer.test").to(address).fresh();
            deliver(mail);
            interactions.add(threaded(mail).getInteractionId());
        }
        return interactions;
    }

    /** How many mails with this Message-ID a mailbox of the outside world holds. */
    long delivered(String mailbox, String messageId) throws IOException, InterruptedException {
        return ApiClient.anonymous()
                .get(stack.mailbox(), "/messages?to=" + mailbox)
                .valueStream()
                .filter(message -> message.path("messageId").asString("").equals("<" + messageId + ">"))
                .count();
    }

    @Override
    public void close() {
        log.close();
    }
}
