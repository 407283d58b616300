package org.postroom.routing.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.MessageId;

class ThreadingTest {

    private static final EmailAddress CUSTOMER = new EmailAddress("customer@example.com");

    private final Conversation older = conversation("older", "one@example.com");
    private final Conversation newer = conversation("newer", "two@example.com");
    private final Map<MessageId, Conversation> known =
            Map.of(id("one@example.com"), older, id("two@example.com"), newer);

    @Test
    void followsNewestReferenceFirst() {
        var threading =
                decide(List.of(id("one@example.com"), id("two@example.com"), id("unknown@example.com")), List.of());

        assertThat(threading).isEqualTo(new Threading(newer, ThreadingRule.REFERENCES, id("two@example.com")));
    }

    @Test
    void followsInReplyToWhereNoReferenceIsKnown() {
        var threading = decide(List.of(id("unknown@example.com")), List.of(id("one@example.com")));

        assertThat(threading).isEqualTo(new Threading(older, ThreadingRule.IN_REPLY_TO, id("one@example.com")));
    }

    @Test
    void beginsConversationWhereNothingIsKnown() {
        var threading = decide(List.of(id("unknown@example.com")), List.of());

        assertThat(threading).isEqualTo(new Threading(null, ThreadingRule.NEW_CONVERSATION, null));
    }

    @Test
    void refusesAuthorWhoHasNoPartInConversation() {
        var threading = Threading.decide(
                new EmailAddress("stranger@example.org"), List.of(id("one@example.com")), List.of(), known::get);

        assertThat(threading)
                .isEqualTo(new Threading(null, ThreadingRule.SENDER_NOT_IN_CONVERSATION, id("one@example.com")));
    }

    @Test
    void comparesAuthorsWithoutRegardToCase() {
        var threading = Threading.decide(
                new EmailAddress("Customer@Example.COM"), List.of(id("one@example.com")), List.of(), known::get);

        assertThat(threading.conversation()).isEqualTo(older);
    }

    @Test
    void keepsOnlyNewestMessageIdsOfLongConversation() {
        var conversation = older;
        for (int number = 0; number < Conversation.MESSAGE_IDS_KEPT; number++) {
            conversation = conversation.withMail(id(number + "@example.com"), List.of(), Instant.EPOCH);
        }

        assertThat(conversation.messageIds())
                .hasSize(Conversation.MESSAGE_IDS_KEPT)
                .startsWith(id("0@example.com"))
                .endsWith(id(Conversation.MESSAGE_IDS_KEPT - 1 + "@example.com"));
    }

    private Threading decide(List<MessageId> references, List<MessageId> inReplyTo) {
        return Threading.decide(CUSTOMER, references, inReplyTo, known::get);
    }

    private static Conversation conversation(String name, String messageId) {
        return Conversation.begin(new ConversationId(name), Instant.EPOCH)
                .withMail(id(messageId), List.of(CUSTOMER), Instant.EPOCH);
    }

    private static MessageId id(String value) {
        return new MessageId(value);
    }
}
