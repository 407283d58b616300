package org.postroom.routing.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.routing.directory.ConversationRules;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.SubjectId;

/** The order of the traces that a mail has, and what is asked once one of them names a conversation. */
class ThreadingRulesTest {

    private static final EmailAddress CUSTOMER = new EmailAddress("customer@example.com");
    private static final EmailAddress STRANGER = new EmailAddress("stranger@example.org");
    private static final SubjectId LAMP = new SubjectId("lamp");
    private static final SubjectId CHAIR = new SubjectId("chair");

    private final Conversation one = conversation("one");
    private final Conversation two = conversation("two");
    private final Conversation three = conversation("three");
    private final Conversation four = conversation("four");

    @Test
    void believesTheTokenFirst() {
        var threading = decide(ConversationRules.DEFAULT, CUSTOMER, "one", List.of("two"), List.of("three"), LAMP);

        assertThat(threading).isEqualTo(new Threading(one, ThreadingRule.THREAD_TOKEN, null));
    }

    @Test
    void goesOnWithReferencesWhereTheTokenNamesNothingKnown() {
        var threading =
                decide(ConversationRules.DEFAULT, CUSTOMER, "gone", List.of("three", "two"), List.of("one"), LAMP);

        assertThat(threading).isEqualTo(new Threading(two, ThreadingRule.REFERENCES, id("two")));
    }

    @Test
    void goesOnWithWhatItAnswersWhereNoReferenceIsKnown() {
        var threading = decide(ConversationRules.DEFAULT, CUSTOMER, null, List.of("gone"), List.of("three"), LAMP);

        assertThat(threading).isEqualTo(new Threading(three, ThreadingRule.IN_REPLY_TO, id("three")));
    }

    @Test
    void looksAtSubjectAndSenderLastAndOnlyWhereThatIsWanted() {
        assertThat(decide(ConversationRules.DEFAULT, CUSTOMER, null, List.of(), List.of(), LAMP))
                .isEqualTo(new Threading(null, ThreadingRule.NEW_CONVERSATION, null));
        assertThat(decide(bySubject(), CUSTOMER, null, List.of("gone"), List.of(), LAMP))
                .isEqualTo(new Threading(four, ThreadingRule.SUBJECT_AND_SENDER, null));
        assertThat(decide(bySubject(), STRANGER, null, List.of(), List.of(), LAMP)
                        .conversation())
                .isNull();
        assertThat(decide(bySubject(), CUSTOMER, null, List.of(), List.of(), null)
                        .conversation())
                .isNull();
    }

    @Test
    void tellsWhatAStrangerClaimedWhateverTheTrace() {
        var byToken = decide(ConversationRules.DEFAULT, STRANGER, "one", List.of("two"), List.of(), LAMP);
        var byReference = decide(ConversationRules.DEFAULT, STRANGER, null, List.of("two"), List.of(), LAMP);

        assertThat(byToken)
                .isEqualTo(
                        new Threading(null, ThreadingRule.SENDER_NOT_IN_CONVERSATION, null, new ConversationId("one")));
        assertThat(byReference)
                .isEqualTo(new Threading(
                        null, ThreadingRule.SENDER_NOT_IN_CONVERSATION, id("two"), new ConversationId("two")));
    }

    @Test
    void beginsAnotherForAnotherSubjectWhereTheRuleSaysSo() {
        assertThat(decide(ConversationRules.DEFAULT, CUSTOMER, null, List.of("one"), List.of(), CHAIR)
                        .conversation())
                .isEqualTo(one);
        assertThat(decide(changed(), CUSTOMER, null, List.of("one"), List.of(), CHAIR))
                .isEqualTo(new Threading(null, ThreadingRule.SUBJECT_CHANGED, id("one"), new ConversationId("one")));
        assertThat(decide(changed(), CUSTOMER, null, List.of("one"), List.of(), LAMP)
                        .conversation())
                .isEqualTo(one);
        assertThat(decide(changed(), CUSTOMER, null, List.of("one"), List.of(), null)
                        .conversation())
                .isEqualTo(one);
    }

    private Threading decide(
            ConversationRules rules,
            EmailAddress author,
            @Nullable String token,
            List<String> references,
            List<String> inReplyTo,
            @Nullable SubjectId subject) {
        var byName = Map.of("one", one, "two", two, "three", three);
        var known = new ThreadingRules.Known() {

            @Override
            public @Nullable Conversation byId(ConversationId conversationId) {
                return byName.get(conversationId.value());
            }

            @Override
            public @Nullable Conversation byMessageId(MessageId messageId) {
                return byName.get(messageId.value());
            }

            @Override
            public @Nullable Conversation bySubject(EmailAddress author, SubjectId about) {
                return author.equals(CUSTOMER) && about.equals(LAMP) ? four : null;
            }
        };
        return new ThreadingRules(known, rules)
                .decide(new ThreadTrace(
                        author,
                        token == null ? null : new ConversationId(token),
                        references.stream().map(MessageId::new).toList(),
                        inReplyTo.stream().map(MessageId::new).toList(),
                        subject));
    }

    private static ConversationRules bySubject() {
        return new ConversationRules(null, false, true, false, ConversationRules.LastAgent.OFF, Duration.ofMinutes(5));
    }

    private static ConversationRules changed() {
        return new ConversationRules(null, true, false, false, ConversationRules.LastAgent.OFF, Duration.ofMinutes(5));
    }

    private static Conversation conversation(String name) {
        return Conversation.begin(new ConversationId(name), Instant.EPOCH)
                .withMail(id(name), List.of(CUSTOMER), Instant.EPOCH)
                .withSubject(LAMP);
    }

    private static MessageId id(String name) {
        return new MessageId(name);
    }
}
