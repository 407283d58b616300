package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroom.routing.decision.Centre;
import org.postroom.routing.decision.Judgement;
import org.postroom.routing.decision.Judgement.Author;
import org.postroom.routing.decision.RandomDay;
import org.postroom.routing.decision.RoutingInput;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.AutomaticMail;
import org.postroom.routing.directory.ConversationRules;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.SkillEvaluation;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.directory.SpamRoute;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.DerivedIds;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.SkillId;
import org.postroom.routing.interaction.Customer;
import org.postroom.routing.presence.AgentStatus;

/**
 * Records the journal of a day that chance made, as a case for {@link JournalCasesTest}. Its name is none of a test, so that it
 * runs only when asked for: {@code -Dtest=JournalRecorder -Dcase=name -Dseed=1}, with {@code -Dtalk=true} for a day on which
 * customers and agents argue about which mails are one conversation. A case that exists is a promise, and is never
 * recorded again.
 */
class JournalRecorder {

    private static final int STEPS = 300;
    private static final EmailAddress CUSTOMER = new EmailAddress("customer@example.com");

    private final long seed = Long.getLong("seed", 1);
    private final RandomDay day = new RandomDay(seed);
    private final Random random = new Random(~seed);
    private final List<ReplyId> composed = new ArrayList<>();
    private final boolean talk = Boolean.getBoolean("talk");
    private int mails;
    private int talks;

    @Test
    void recordsACase() throws IOException {
        var name = System.getProperty("case");
        assertThat(JournalCasesTest.FOLDER.resolve(name + ".journal")).doesNotExist();
        record().write(JournalCasesTest.FOLDER, name);
    }

    private JournalCase record() {
        for (int step = 0; step < STEPS; step++) {
            day.note(day.centre().on(next()));
        }
        day.centre().on(new RoutingInput.OrganisationRemoved());
        var journal = day.centre().heard().stream()
                .map(heard -> new JournalCase.Entry(heard.at(), JournalRecords.of(heard.input(), heard.at())))
                .toList();
        return new JournalCase(journal, JournalCase.decide(journal));
    }

    private RoutingInput next() {
        if (talk && random.nextInt(2) == 0) {
            day.centre().after(Duration.ofSeconds(random.nextInt(60)));
            return switch (random.nextInt(12)) {
                case 0 -> rules();
                case 1, 2 -> correction();
                case 3 -> onQueue();
                default -> talk();
            };
        }
        return random.nextInt(5) == 0 && !talk ? rare() : day.next();
    }

    private RoutingInput onQueue() {
        mails++;
        return new RoutingInput.ChangeAgentStatus(
                new CommandId("talk-" + mails),
                new AgentId(random.nextBoolean() ? "anna" : "bert"),
                AgentStatus.ON_QUEUE);
    }

    /** A mail of one of two customers about one of three matters, which may name an earlier one in several ways. */
    private RoutingInput talk() {
        var earlier = random.nextInt(Math.max(1, talks));
        var author = random.nextInt(4) == 0 ? new EmailAddress("colleague@example.com") : CUSTOMER;
        int trace = random.nextInt(4);
        var subject = pick(new String[] {"Lamp", "Re: Lamp", "Chair"});
        talks++;
        return new RoutingInput.EmailReceived(
                new EmailId("talk-" + talks),
                random.nextBoolean()
                        ? List.of(new AddressId("help"))
                        : List.of(new AddressId("help"), new AddressId("offers")),
                author,
                Set.of(author),
                new Customer(author.folded(), null),
                subject,
                new MessageId("talk-" + talks + "@example.com"),
                trace == 1 ? List.of(new MessageId("talk-" + earlier + "@example.com")) : List.of(),
                List.of(),
                Judgement.PERSONAL,
                Judgement.PERSONAL.factsOf(author, subject),
                trace == 2 ? DerivedIds.conversationOf(new EmailId("talk-" + earlier)) : null);
    }

    /** What {@link RandomDay} leaves out: skills, languages, flows, rules for mail, and answers to what we wrote. */
    private RoutingInput rare() {
        day.centre().after(Duration.ofSeconds(random.nextInt(40)));
        return switch (random.nextInt(12)) {
            case 0 -> address();
            case 1 -> agent();
            case 2 -> flow();
            case 3 -> random.nextInt(6) == 0 ? new RoutingInput.FlowRemoved(new FlowId("triage")) : mail(List.of());
            case 4 -> composed();
            case 5 -> evaluation();
            case 6 -> rules();
            case 7 -> judged();
            case 8, 9 -> correction();
            default -> mail(composed.isEmpty() ? List.of() : List.of(composedId(composed.getLast())));
        };
    }

    private RoutingInput address() {
        boolean byFlow = random.nextInt(3) != 0;
        return new RoutingInput.AddressConfigured(new Address(
                new AddressId("experts"),
                Set.of(new EmailAddress("experts@support.acme.test")),
                byFlow ? null : queue(),
                byFlow ? new FlowId("triage") : null,
                List.of(new SkillLevel(new SkillId("billing"), random.nextInt(4))),
                random.nextBoolean() ? new Language(random.nextBoolean() ? "fr" : "fr-BE") : null,
                random.nextInt(30),
                random.nextBoolean(),
                SpamRoute.FLOW,
                new FlowId("triage")));
    }

    /** One of which nothing is published, one that decides, one that fails, and one that ends its mail. */
    private RoutingInput flow() {
        var queue = queue();
        return switch (random.nextInt(4)) {
            case 0 -> new RoutingInput.FlowConfigured(new Flow(new FlowId("triage"), queue));
            case 1 -> Centre.flow("triage", queue.value(), """
                    steps:
                      - {name: Odd, when: 'subject.matches("[13579]$")', addPriority: 30, attributes: {Number: odd}, transfer: sales}
                      - {when: spam, disconnect: Spam}
                    """);
            case 2 ->
                Centre.flow("triage", queue.value(), "steps: [{when: 1 / size(attachments) == 1, transfer: sales}]");
            default ->
                Centre.flow("triage", queue.value(), "steps: [{when: automatic || continued, disconnect: Enough}]");
        };
    }

    private RoutingInput evaluation() {
        return new RoutingInput.QueueConfigured(new Queue(
                queue(),
                Set.of(new AgentId("anna"), new AgentId("bert"), new AgentId("carl")),
                Duration.ofMinutes(5),
                pick(SkillEvaluation.values())));
    }

    private RoutingInput rules() {
        return new RoutingInput.MailRulesConfigured(new MailRules(
                pick(AutomaticMail.values()),
                random.nextBoolean(),
                new ConversationRules(
                        random.nextBoolean() ? null : Duration.ofDays(random.nextInt(3)),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        pick(ConversationRules.LastAgent.values()),
                        Duration.ofMinutes(random.nextInt(1, 20)))));
    }

    private RoutingInput correction() {
        mails++;
        var command = new CommandId("correction-" + mails);
        var anna = new AgentId("anna");
        var email = mailOfToday();
        var conversation = DerivedIds.conversationOf(email);
        var another = DerivedIds.conversationOf(mailOfToday());
        return switch (random.nextInt(4)) {
            case 0 -> new RoutingInput.MergeConversations(command, anna, conversation, another);
            case 1 -> new RoutingInput.PartConversations(command, anna, conversation);
            case 2 -> new RoutingInput.MoveEmail(command, anna, email, conversation, another);
            default -> new RoutingInput.MoveEmail(command, anna, email, conversation, null);
        };
    }

    private EmailId mailOfToday() {
        return talk
                ? new EmailId("talk-" + random.nextInt(Math.max(1, talks)))
                : new EmailId("mail-" + random.nextInt(20));
    }

    private RoutingInput judged() {
        var mail = (RoutingInput.EmailReceived)
                mail(composed.isEmpty() ? List.of() : List.of(composedId(composed.getFirst())));
        var judgement = new Judgement(pick(Author.values()), random.nextInt(4) == 0, random.nextInt(6) == 0);
        return new RoutingInput.EmailReceived(
                mail.emailId(),
                mail.addressedTo(),
                mail.author(),
                mail.people(),
                mail.customer(),
                mail.subject(),
                mail.messageId(),
                mail.references(),
                mail.inReplyTo(),
                judgement,
                judgement.factsOf(mail.author(), mail.subject()),
                random.nextBoolean() ? null : DerivedIds.conversationOf(new EmailId("mail-" + random.nextInt(20))));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private RoutingInput agent() {
        return new RoutingInput.AgentConfigured(new AgentProfile(
                new AgentId(random.nextBoolean() ? "anna" : "carl"),
                random.nextInt(1, 4),
                Map.of(new SkillId("billing"), random.nextInt(6)),
                random.nextBoolean()
                        ? Set.of(new Language(random.nextBoolean() ? "fr-CA" : "fr"))
                        : Set.of(new Language("en"))));
    }

    private RoutingInput mail(List<MessageId> references) {
        mails++;
        return new RoutingInput.EmailReceived(
                new EmailId("rare-" + mails),
                List.of(new AddressId("experts"), new AddressId("help")),
                CUSTOMER,
                Set.of(CUSTOMER, new EmailAddress("colleague@example.com")),
                new Customer(CUSTOMER.folded(), "A. Customer"),
                "Rare question " + mails,
                random.nextInt(8) == 0 ? null : new MessageId("rare-" + mails + "@example.com"),
                List.of(),
                references);
    }

    private RoutingInput composed() {
        var first = new EmailId("mail-" + random.nextInt(20));
        var reply = new ReplyId("reply-" + composed.size());
        composed.add(reply);
        return new RoutingInput.ReplyComposed(
                reply,
                DerivedIds.interactionOf(first),
                DerivedIds.conversationOf(first),
                composedId(reply),
                Set.of(CUSTOMER));
    }

    private static MessageId composedId(ReplyId reply) {
        return new MessageId(reply.value() + "@support.acme.test");
    }

    private QueueId queue() {
        return new QueueId(random.nextBoolean() ? "support" : "sales");
    }
}
