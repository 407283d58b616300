package org.postroom.routing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.RunnableFlow;
import org.postroom.routing.decision.RoutingInput.AcceptInteraction;
import org.postroom.routing.decision.RoutingInput.CloseInteraction;
import org.postroom.routing.decision.RoutingInput.DeclineInteraction;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.SkillEvaluation;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.directory.WrapUp;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.DerivedIds;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.SkillId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.Customer;
import org.postroom.routing.presence.AgentStatus;

/** A contact centre in words: what happens to it, and what it decided. It can be restarted from what it stored. */
public final class Centre {

    static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    static final Duration ALERTING = Duration.ofMinutes(5);

    private record Key(EntityKind kind, String id) {}

    private final Map<Key, StateChange> stored = new LinkedHashMap<>();
    private OrganisationRouting routing = OrganisationRouting.empty(RoutingPolicy.DEFAULT);
    private Instant now = START;
    private final List<Heard> heard = new ArrayList<>();
    private int commands;

    /** An input and the moment of it. */
    public record Heard(RoutingInput input, Instant at) {}

    /** Everything that has happened so far. */
    public List<Heard> heard() {
        return heard;
    }

    /** A centre with the queue support, the address help and no agent, which decides as this release does. */
    static Centre open() {
        return open(DecisionVersions.RELEASED.newest());
    }

    /** The same, which decides as an earlier version did. */
    static Centre open(int decisionVersion) {
        var centre = new Centre();
        centre.on(new RoutingInput.TermsChanged(new Terms(decisionVersion, RoutingPolicy.DEFAULT)));
        centre.on(queue("support"));
        centre.on(address("help", "support"));
        return centre;
    }

    /** Adds an agent with room for one email and puts the agent on queue. */
    Centre withAgentOnQueue(String name) {
        on(agent(name, 1));
        goesOnQueue(name);
        return this;
    }

    /** Lets time pass. */
    public Centre after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** The moment that it is. */
    public Instant now() {
        return now;
    }

    /** Lets something happen. */
    public List<RoutingEvent> on(RoutingInput input) {
        heard.add(new Heard(input, now));
        var decision = routing.decide(input, now);
        for (var change : decision.changes()) {
            var key = new Key(change.kind(), change.id());
            if (change.entity() == null) {
                stored.remove(key);
            } else {
                stored.put(key, change);
            }
        }
        return decision.events();
    }

    /** What a restart would begin with. */
    Collection<StateChange> remembers() {
        return stored.values();
    }

    void restart() {
        routing = OrganisationRouting.restore(RoutingPolicy.DEFAULT, stored.values());
    }

    /** Goes on with what a snapshot restores. */
    void goOnFromSnapshot() {
        routing = OrganisationRouting.restore(RoutingPolicy.DEFAULT, routing.snapshot());
    }

    OrganisationRouting routing() {
        return routing;
    }

    // --- what agents do

    List<RoutingEvent> goesOnQueue(String agent) {
        return on(status(agent, AgentStatus.ON_QUEUE));
    }

    List<RoutingEvent> is(String agent, AgentStatus status) {
        return on(status(agent, status));
    }

    List<RoutingEvent> goesOffQueue(String agent) {
        return on(status(agent, AgentStatus.OFF_QUEUE));
    }

    private RoutingInput status(String agent, AgentStatus status) {
        return new RoutingInput.ChangeAgentStatus(nextCommand(), new AgentId(agent), status);
    }

    List<RoutingEvent> accepts(String agent, String email) {
        return on(new AcceptInteraction(nextCommand(), new AgentId(agent), interaction(email)));
    }

    List<RoutingEvent> declines(String agent, String email) {
        return on(new DeclineInteraction(nextCommand(), new AgentId(agent), interaction(email)));
    }

    List<RoutingEvent> closes(String agent, String email) {
        return on(new CloseInteraction(nextCommand(), new AgentId(agent), interaction(email), null, false));
    }

    List<RoutingEvent> closes(String agent, String email, String code) {
        return on(new CloseInteraction(
                nextCommand(), new AgentId(agent), interaction(email), new WrapUpCodeId(code), false));
    }

    List<RoutingEvent> wrapsUp(String agent, String email, @Nullable String code) {
        return on(new RoutingInput.WrapUpInteraction(
                nextCommand(), new AgentId(agent), interaction(email), code == null ? null : new WrapUpCodeId(code)));
    }

    List<RoutingEvent> parks(String agent, String email, Duration time) {
        return on(new RoutingInput.ParkInteraction(
                nextCommand(), new AgentId(agent), interaction(email), now.plus(time)));
    }

    List<RoutingEvent> resumes(String agent, String email) {
        return on(new RoutingInput.ResumeInteraction(nextCommand(), new AgentId(agent), interaction(email)));
    }

    List<RoutingEvent> transfersToQueue(String agent, String email, String queue) {
        return on(new RoutingInput.TransferInteraction(
                nextCommand(), new AgentId(agent), interaction(email), new QueueId(queue), null, null));
    }

    List<RoutingEvent> transfersToAgent(String agent, String email, String other) {
        return on(new RoutingInput.TransferInteraction(
                nextCommand(), new AgentId(agent), interaction(email), null, new AgentId(other), null));
    }

    List<RoutingEvent> replies(String agent, String email, String reply) {
        return on(new RoutingInput.ReplyRequested(new ReplyId(reply), interaction(email), new AgentId(agent)));
    }

    List<RoutingEvent> replyIsSent(String email, String reply) {
        return on(new RoutingInput.ReplySent(new ReplyId(reply), interaction(email)));
    }

    List<RoutingEvent> replyFails(String email, String reply) {
        return on(new RoutingInput.ReplyFailed(new ReplyId(reply), interaction(email), "550 5.1.1 no such user"));
    }

    CommandId nextCommand() {
        commands++;
        return new CommandId("command-" + commands);
    }

    List<RoutingEvent> timeRunsOut() {
        after(ALERTING);
        return on(new RoutingInput.TimerElapsed());
    }

    // --- what the administrator does

    static RoutingInput queue(String name, String... members) {
        var agents = Arrays.stream(members).map(AgentId::new).collect(Collectors.toSet());
        return new RoutingInput.QueueConfigured(
                new Queue(new QueueId(name), members.length == 0 ? agents("anna", "bert", "carl") : agents, ALERTING));
    }

    private static Set<AgentId> agents(String... names) {
        return Arrays.stream(names).map(AgentId::new).collect(Collectors.toSet());
    }

    static RoutingInput queue(String name, SkillEvaluation evaluation, String... members) {
        return new RoutingInput.QueueConfigured(new Queue(new QueueId(name), agents(members), ALERTING, evaluation));
    }

    /** A queue with the wrap-up codes done and later, which anna, bert and carl serve. */
    static RoutingInput queueThatWrapsUp(String name, WrapUp.Mode mode, Duration time) {
        var codes = Set.of(new WrapUpCodeId("done"), new WrapUpCodeId("later"));
        return new RoutingInput.QueueConfigured(new Queue(
                new QueueId(name),
                agents("anna", "bert", "carl"),
                ALERTING,
                SkillEvaluation.ALL_SKILLS,
                new WrapUp(mode, time, codes)));
    }

    static RoutingInput flow(String name, String fallbackQueue) {
        return new RoutingInput.FlowConfigured(new Flow(new FlowId(name), new QueueId(fallbackQueue)));
    }

    /** A flow with this definition in force, in which every name means what it says. */
    public static RoutingInput flow(String name, String fallbackQueue, String definition) {
        var mentions = RunnableFlow.of(definition, (kind, called) -> called).mentions();
        return new RoutingInput.FlowConfigured(
                new Flow(new FlowId(name), new QueueId(fallbackQueue), new Flow.Published(1, definition, mentions)));
    }

    static RoutingInput addressWithFlow(String name, String flow) {
        return new RoutingInput.AddressConfigured(new Address(
                new AddressId(name),
                Set.of(new EmailAddress(name + "@support.acme.test")),
                null,
                new FlowId(flow),
                List.of(),
                null,
                0,
                false));
    }

    static RoutingInput address(String name, @Nullable String queue) {
        return address(name, queue, 0, false);
    }

    static RoutingInput address(String name, @Nullable String queue, int priority, boolean multipleActions) {
        return new RoutingInput.AddressConfigured(new Address(
                new AddressId(name),
                Set.of(new EmailAddress(name + "@support.acme.test")),
                queue == null ? null : new QueueId(queue),
                null,
                List.of(),
                null,
                priority,
                multipleActions));
    }

    static RoutingInput addressAsking(
            String name, String queue, String skill, int proficiency, @Nullable String language) {
        return new RoutingInput.AddressConfigured(new Address(
                new AddressId(name),
                Set.of(new EmailAddress(name + "@support.acme.test")),
                new QueueId(queue),
                null,
                List.of(new SkillLevel(new SkillId(skill), proficiency)),
                language == null ? null : new Language(language),
                0,
                false));
    }

    static RoutingInput agent(String name, int capacity) {
        return new RoutingInput.AgentConfigured(new AgentProfile(new AgentId(name), capacity, Map.of(), Set.of()));
    }

    static RoutingInput deactivated(String name, int capacity) {
        return new RoutingInput.AgentConfigured(
                new AgentProfile(new AgentId(name), capacity, Map.of(), Set.of(), false));
    }

    static RoutingInput agent(String name, int capacity, Map<String, Integer> skills, String... languages) {
        return new RoutingInput.AgentConfigured(new AgentProfile(
                new AgentId(name),
                capacity,
                skills.entrySet().stream()
                        .collect(Collectors.toMap(skill -> new SkillId(skill.getKey()), Map.Entry::getValue)),
                Arrays.stream(languages).map(Language::new).collect(Collectors.toSet())));
    }

    // --- what customers do

    static InteractionId interaction(String email) {
        return DerivedIds.interactionOf(new EmailId(email));
    }

    static ConversationId conversation(String email) {
        return DerivedIds.conversationOf(new EmailId(email));
    }

    static EmailReceived mail(String name) {
        return mail(name, "customer@example.com", List.of());
    }

    static EmailReceived mailTo(String name, String... addresses) {
        var mail = mail(name);
        return new EmailReceived(
                mail.emailId(),
                Arrays.stream(addresses).map(AddressId::new).toList(),
                mail.author(),
                mail.people(),
                mail.customer(),
                mail.subject(),
                mail.messageId(),
                mail.references(),
                mail.inReplyTo());
    }

    static EmailReceived mail(String name, String author, List<String> references) {
        var address = new EmailAddress(author);
        return new EmailReceived(
                new EmailId(name),
                List.of(new AddressId("help")),
                address,
                Set.of(address),
                new Customer(author, null),
                "About " + name,
                new MessageId(name + "@example.com"),
                references.stream().map(MessageId::new).toList(),
                List.of());
    }

    static EmailReceived answerTo(String name, String earlier) {
        return mail(name, "customer@example.com", List.of(earlier + "@example.com"));
    }

    // --- what came of it

    static <E> List<E> only(Class<E> type, List<RoutingEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static List<String> names(List<RoutingEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    static List<String> offered(List<RoutingEvent> events) {
        var offers = new ArrayList<String>();
        only(RoutingEvent.InteractionOffered.class, events)
                .forEach(offer -> offers.add(offer.agentId().value()));
        return offers;
    }

    static Stream<InteractionId> offeredInteractions(List<RoutingEvent> events) {
        return only(RoutingEvent.InteractionOffered.class, events).stream()
                .map(RoutingEvent.InteractionOffered::interactionId);
    }
}
