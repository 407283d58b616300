package org.postroom.local.demo;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.client.LoggedEvent;
import org.postroom.local.client.StackAddresses;
import tools.jackson.databind.JsonNode;

/** What the demonstration's agent does at the desk: be on queue, accept, answer, close. */
final class DeskAgent {

    private static final String STATUS = "/api/agents/me/status";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final StackAddresses stack;
    private final ApiClient agent;
    private final Watch watch;

    DeskAgent(StackAddresses stack, ApiClient agent, Watch watch) {
        this.stack = stack;
        this.agent = agent;
        this.watch = watch;
    }

    /** Comes on queue afresh, wherever an earlier demonstration left off; routing may not know a new agent yet. */
    LoggedEvent<AgentStatusChanged> goOnQueue() throws IOException, InterruptedException {
        leaveQueue();
        return watch.until(
                        "routing-service",
                        "let " + Stage.AGENT.firstName() + " go on queue",
                        this::tryToGoOnQueue,
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<LoggedEvent<AgentStatusChanged>> tryToGoOnQueue() throws IOException, InterruptedException {
        JsonNode taken = agent.put(stack.routing(), STATUS, Map.of("status", "ON_QUEUE"));
        try {
            return Optional.of(watch.outcome(
                    taken,
                    AgentStatusChanged.class,
                    "let " + Stage.AGENT.firstName() + " go on queue",
                    event -> event.getAgentId().equals(Stage.AGENT.id()) && event.getStatus() == AgentStatus.ON_QUEUE));
        } catch (RefusedCommand notYet) {
            return Optional.empty();
        }
    }

    void leaveQueue() throws IOException, InterruptedException {
        agent.put(stack.routing(), STATUS, Map.of("status", "OFF_QUEUE"));
    }

    LoggedEvent<InteractionOffered> beOffered(String interactionId) throws Obstacle {
        return watch.await(
                InteractionOffered.class,
                "offer the mail to " + Stage.AGENT.firstName(),
                event -> event.getInteractionId().equals(interactionId)
                        && event.getAgentId().equals(Stage.AGENT.id()));
    }

    LoggedEvent<InteractionAccepted> accept(String interactionId) throws IOException, InterruptedException {
        JsonNode taken = agent.post(stack.routing(), "/api/interactions/" + interactionId + "/accept", Map.of());
        return watch.outcome(
                taken,
                InteractionAccepted.class,
                "let " + Stage.AGENT.firstName() + " accept",
                event -> event.getInteractionId().equals(interactionId));
    }

    LoggedEvent<InteractionClosed> close(String interactionId) throws IOException, InterruptedException {
        JsonNode taken = agent.post(stack.routing(), "/api/interactions/" + interactionId + "/close", Map.of());
        return watch.outcome(
                taken,
                InteractionClosed.class,
                "close the interaction",
                event -> event.getInteractionId().equals(interactionId));
    }

    /** Sends an answer; outbound-mail-service learns only by the log that the agent has accepted. */
    LoggedEvent<ReplyRequested> answer(String interactionId, String text) throws IOException, InterruptedException {
        String replyId = watch.until(
                        "outbound-mail-service",
                        "take " + Stage.AGENT.firstName() + "'s reply",
                        () -> Optional.ofNullable(tryToAnswer(interactionId, text)),
                        Optional::isPresent)
                .orElseThrow();
        return watch.await(
                ReplyRequested.class,
                "take the reply",
                event -> event.getReplyId().equals(replyId));
    }

    private @Nullable String tryToAnswer(String interactionId, String text) throws IOException, InterruptedException {
        try {
            return agent.post(stack.outbound(), "/api/interactions/" + interactionId + "/replies", Map.of("text", text))
                    .path("replyId")
                    .asString();
        } catch (ApiRefusedException refused) {
            if (refused.status() == NOT_FOUND || refused.status() == CONFLICT) {
                return null;
            }
            throw refused;
        }
    }
}
