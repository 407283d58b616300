package org.postroom.routing.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.AutomaticMail;
import org.postroom.routing.directory.ConversationRules;
import org.postroom.routing.directory.ConversationRules.LastAgent;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.SkillEvaluation;
import org.postroom.routing.directory.WrapUp;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.NoteReference;
import org.postroom.routing.presence.AgentStatus;

/** A day's inputs, made up as it goes, and what an observer of the events knows. */
public final class RandomDay {

    private static final String[] AGENTS = {"anna", "bert", "carl", "dora"};
    private static final String[] QUEUES = {"support", "sales"};
    private static final AgentStatus[] OFF_QUEUE = {AgentStatus.OFF_QUEUE, AgentStatus.AWAY, AgentStatus.MEAL};
    private static final String[] ADDRESSES = {"help", "offers", "noreply"};

    final Centre centre = new Centre();
    private final Random random;
    final Map<InteractionId, Enquiry> waiting = new HashMap<>();
    private final Map<InteractionId, AgentId> offered = new HashMap<>();
    private final Map<InteractionId, AgentId> handled = new HashMap<>();
    private final Map<InteractionId, AgentId> sending = new HashMap<>();
    private final Map<InteractionId, AgentId> wrappingUp = new HashMap<>();
    private final Map<InteractionId, AgentId> parked = new HashMap<>();
    private final Set<InteractionId> closed = new HashSet<>();
    final Set<InteractionId> begun = new HashSet<>();
    final Map<String, Integer> capacity = new HashMap<>();
    private final Map<QueueId, Set<String>> members = new HashMap<>();
    private final Set<String> declined = new HashSet<>();
    private final List<InteractionId> known = new ArrayList<>();
    private final List<ReplyId> replies = new ArrayList<>();
    private int mails;

    /** A day that chance decides, the same for the same seed. */
    public RandomDay(long seed) {
        random = new Random(seed);
        configureEverything();
    }

    /** The centre that it happens to. */
    public Centre centre() {
        return centre;
    }

    private void configureEverything() {
        centre.on(new RoutingInput.TermsChanged(OrganisationRouting.newestTerms(RoutingPolicy.DEFAULT)));
        for (var queue : QUEUES) {
            configureQueue(queue);
        }
        for (var agent : AGENTS) {
            centre.on(configureAgent(agent));
        }
        centre.on(Centre.address("help", "support", 3, false));
        centre.on(Centre.address("offers", "sales", 0, true));
        centre.on(Centre.address("noreply", null));
    }

    private void configureQueue(String queue) {
        centre.on(queueOf(queue));
    }

    private RoutingInput queueOf(String queue) {
        var chosen = new ArrayList<String>();
        for (var agent : AGENTS) {
            if (random.nextInt(3) > 0) {
                chosen.add(agent);
            }
        }
        chosen.add("anna");
        members.put(new QueueId(queue), Set.copyOf(chosen));
        return new RoutingInput.QueueConfigured(new Queue(
                new QueueId(queue),
                chosen.stream().map(AgentId::new).collect(Collectors.toSet()),
                Centre.ALERTING,
                SkillEvaluation.ALL_SKILLS,
                wrapUp()));
    }

    private WrapUp wrapUp() {
        var mode = pick(WrapUp.Mode.values());
        return new WrapUp(
                mode,
                mode == WrapUp.Mode.MANDATORY_TIMED ? Duration.ofSeconds(30) : Duration.ZERO,
                random.nextInt(4) == 0 ? Set.of() : Set.of(new WrapUpCodeId("done")));
    }

    private RoutingInput configureAgent(String agent) {
        var room = random.nextInt(4);
        capacity.put(agent, room);
        return random.nextInt(6) == 0 ? Centre.deactivated(agent, room) : Centre.agent(agent, room);
    }

    /** What happens next, a while later. */
    public RoutingInput next() {
        centre.after(Duration.ofSeconds(random.nextInt(random.nextInt(20) == 0 ? 20_000 : 60)));
        return switch (random.nextInt(36)) {
            case 0 -> configureAgent(pick(AGENTS));
            case 1 -> new RoutingInput.AgentRemoved(new AgentId(pick(AGENTS)));
            case 2 -> queueOf(pick(QUEUES));
            case 3 -> removedQueue();
            case 4 -> Centre.address(pick(ADDRESSES), pick(QUEUES), random.nextInt(10), random.nextBoolean());
            case 5 -> new RoutingInput.AddressRemoved(new AddressId(pick(ADDRESSES)));
            case 6 -> new RoutingInput.TimerElapsed();
            case 7, 8, 9, 10 -> status();
            case 11, 12, 13, 14, 15 -> accept();
            case 16, 17 -> decline();
            case 18, 19 -> close();
            case 20, 21 -> reply();
            case 22, 23 -> new RoutingInput.ReplySent(pickReply(), pickInteraction());
            case 24 -> new RoutingInput.ReplyFailed(pickReply(), pickInteraction(), "550 5.1.1 gone");
            case 25, 26 -> wrapUpDone();
            case 27 -> park();
            case 28 -> resume();
            case 29 -> transfer();
            case 30 -> rules();
            default -> mail();
        };
    }

    private RoutingInput rules() {
        return new RoutingInput.MailRulesConfigured(new MailRules(
                AutomaticMail.PROCESS,
                false,
                new ConversationRules(
                        random.nextBoolean() ? null : Duration.ofHours(random.nextInt(48)),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        anyOf(LastAgent.values()),
                        Duration.ofMinutes(random.nextInt(1, 20)))));
    }

    private <T> T anyOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private RoutingInput removedQueue() {
        var queue = new QueueId(pick(QUEUES));
        members.put(queue, Set.of());
        return new RoutingInput.QueueRemoved(queue);
    }

    private RoutingInput status() {
        var status = random.nextInt(4) == 0 ? pick(OFF_QUEUE) : AgentStatus.ON_QUEUE;
        return new RoutingInput.ChangeAgentStatus(centre.nextCommand(), new AgentId(pick(AGENTS)), status);
    }

    private RoutingInput accept() {
        var interaction = pickFrom(offered);
        return new RoutingInput.AcceptInteraction(
                centre.nextCommand(), offered.getOrDefault(interaction, new AgentId("anna")), interaction);
    }

    private RoutingInput decline() {
        var interaction = pickFrom(offered);
        return new RoutingInput.DeclineInteraction(
                centre.nextCommand(), offered.getOrDefault(interaction, new AgentId("bert")), interaction);
    }

    private RoutingInput close() {
        var interaction = pickFrom(handled);
        return new RoutingInput.CloseInteraction(
                centre.nextCommand(),
                handled.getOrDefault(interaction, new AgentId("bert")),
                interaction,
                code(),
                random.nextInt(4) == 0);
    }

    private RoutingInput wrapUpDone() {
        var interaction = pickFrom(wrappingUp);
        return new RoutingInput.WrapUpInteraction(
                centre.nextCommand(), wrappingUp.getOrDefault(interaction, new AgentId("carl")), interaction, code());
    }

    private RoutingInput park() {
        var interaction = pickFrom(handled);
        return new RoutingInput.ParkInteraction(
                centre.nextCommand(),
                handled.getOrDefault(interaction, new AgentId("bert")),
                interaction,
                centre.now().plusSeconds(random.nextInt(1000)));
    }

    private RoutingInput resume() {
        var interaction = pickFrom(parked);
        return new RoutingInput.ResumeInteraction(
                centre.nextCommand(), parked.getOrDefault(interaction, new AgentId("bert")), interaction);
    }

    private RoutingInput transfer() {
        var interaction = pickFrom(handled);
        boolean toQueue = random.nextBoolean();
        return new RoutingInput.TransferInteraction(
                centre.nextCommand(),
                handled.getOrDefault(interaction, new AgentId("bert")),
                interaction,
                toQueue ? new QueueId(pick(QUEUES)) : null,
                toQueue ? null : new AgentId(pick(AGENTS)),
                random.nextBoolean() ? null : new NoteReference("acme/note", 1, "00"));
    }

    private @Nullable WrapUpCodeId code() {
        return random.nextInt(4) == 0 ? null : new WrapUpCodeId(random.nextInt(10) == 0 ? "invented" : "done");
    }

    private RoutingInput reply() {
        var interaction = pickFrom(handled);
        var reply = new ReplyId("reply-" + replies.size());
        replies.add(reply);
        return new RoutingInput.ReplyRequested(
                reply, interaction, handled.getOrDefault(interaction, new AgentId("bert")));
    }

    private RoutingInput mail() {
        var number = random.nextInt(8) == 0 && mails > 0 ? random.nextInt(mails) : mails++;
        List<String> references = number > 0 && random.nextBoolean()
                ? List.of("mail-" + random.nextInt(number) + "@example.com")
                : List.of();
        var author = random.nextInt(5) == 0 ? "other@example.com" : "customer@example.com";
        var mail = Centre.mail("mail-" + number, author, references);
        return new EmailReceived(
                mail.emailId(),
                List.of(new AddressId(pick(ADDRESSES)), new AddressId(pick(ADDRESSES))),
                mail.author(),
                mail.people(),
                mail.customer(),
                mail.subject(),
                new MessageId("mail-" + number + "@example.com"),
                mail.references(),
                mail.inReplyTo());
    }

    /** Takes note of what was decided. */
    public void note(List<RoutingEvent> events) {
        events.forEach(this::note);
    }

    private void note(RoutingEvent event) {
        switch (event) {
            case RoutingEvent.InteractionQueued queued -> {
                forget(queued.enquiry().interactionId());
                waiting.put(queued.enquiry().interactionId(), queued.enquiry());
                begun.add(queued.enquiry().interactionId());
                known.add(queued.enquiry().interactionId());
            }
            case RoutingEvent.InteractionOffered offer -> {
                forget(offer.interactionId());
                offered.put(offer.interactionId(), offer.agentId());
            }
            case RoutingEvent.InteractionAccepted accepted -> {
                forget(accepted.interactionId());
                handled.put(accepted.interactionId(), accepted.agentId());
            }
            case RoutingEvent.InteractionDeclined decline ->
                declined.add(decline.agentId().value() + decline.interactionId().value());
            case RoutingEvent.InteractionSegmentEnded ended -> sending.put(ended.interactionId(), ended.agentId());
            case RoutingEvent.InteractionWrapUpStarted started -> {
                forget(started.interactionId());
                wrappingUp.put(started.interactionId(), started.agentId());
            }
            case RoutingEvent.InteractionWrapUpEnded ended -> {
                forget(ended.interactionId());
                if (ended.replyUnderWay()) {
                    sending.put(ended.interactionId(), ended.agentId());
                }
            }
            case RoutingEvent.InteractionParked away -> {
                forget(away.interactionId());
                parked.put(away.interactionId(), away.agentId());
            }
            case RoutingEvent.InteractionUnparked back -> {
                forget(back.interactionId());
                handled.put(back.interactionId(), back.agentId());
            }
            case RoutingEvent.InteractionReopened reopened -> {
                forget(reopened.interactionId());
                handled.put(reopened.interactionId(), reopened.agentId());
            }
            case RoutingEvent.InteractionClosed end -> {
                forget(end.interactionId());
                closed.add(end.interactionId());
            }
            default -> {}
        }
    }

    private void forget(InteractionId interactionId) {
        waiting.remove(interactionId);
        offered.remove(interactionId);
        handled.remove(interactionId);
        sending.remove(interactionId);
        wrappingUp.remove(interactionId);
        parked.remove(interactionId);
        closed.remove(interactionId);
    }

    long heldBy(AgentId agent) {
        return offered.values().stream().filter(agent::equals).count()
                + wrappingUp.values().stream().filter(agent::equals).count()
                + handled.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(agent) && !sending.containsKey(entry.getKey()))
                        .count();
    }

    Set<InteractionId> accountedFor() {
        var all = new HashSet<>(closed);
        all.addAll(waiting.keySet());
        all.addAll(offered.keySet());
        all.addAll(handled.keySet());
        all.addAll(sending.keySet());
        all.addAll(wrappingUp.keySet());
        all.addAll(parked.keySet());
        return all;
    }

    boolean isMember(AgentId agent, Enquiry enquiry) {
        return members.getOrDefault(enquiry.requirement().queueId(), Set.of()).contains(agent.value());
    }

    boolean hasDeclined(AgentId agent, Enquiry enquiry) {
        return declined.contains(agent.value() + enquiry.interactionId().value());
    }

    private InteractionId pickFrom(Map<InteractionId, AgentId> candidates) {
        var sorted = candidates.keySet().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
        return sorted.isEmpty() ? pickInteraction() : sorted.get(random.nextInt(sorted.size()));
    }

    private InteractionId pickInteraction() {
        return known.isEmpty() ? Centre.interaction("none") : known.get(random.nextInt(known.size()));
    }

    private ReplyId pickReply() {
        return replies.isEmpty() ? new ReplyId("none") : replies.get(random.nextInt(replies.size()));
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
