package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.events.interaction.ConversationsMerged;
import org.postroom.events.interaction.ConversationsParted;
import org.postroom.events.interaction.EmailMoved;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.ThreadingRule;
import org.postroom.local.client.ApiClient;
import org.postroom.local.demo.Setup;

/** Which mails are one conversation: proven by our own token, checked by the author, corrected by an agent. */
class ConversationsJourneyTest {

    private static final String CUSTOMER = "carla@customer.test";
    private static final String STRANGER = "mallory@customer.test";

    @Test
    void recognisesAnAnswerByItsTokenAndLetsTheAgentCorrectWhatIsOne() throws Exception {
        var stack = RunningStack.addresses();
        try (var acme = ContactCentre.of(Setup.ACME)) {
            acme.hasAgent("ben", "Ben Cole", 1);
            String address = acme.openAddress("threads", "ben");
            ApiClient ben = acme.signedIn("ben");
            acme.goOnQueue(ben);
            var question = Mail.from(CUSTOMER).to(address).about("Where is my order?");
            acme.deliver(question);
            EmailThreaded first = acme.threaded(question);
            acme.accept(ben, first.getInteractionId());
            String reply = acme.reply(ben, first.getInteractionId(), "It is on its way.");
            acme.awaitClosed(first.getInteractionId());
            String withToken = address.replace("@", "+" + token(acme.messageIdOf(reply)) + "@");
            acme.goOffQueue(ben);

            // A program that leaves every trace out but where it sends to.
            EmailThreaded answer = threaded(acme, CUSTOMER, withToken);
            EmailThreaded strangers = threaded(acme, STRANGER, withToken);

            assertThat(answer.getRule()).isEqualTo(ThreadingRule.THREAD_TOKEN);
            assertThat(answer.getConversationId()).isEqualTo(first.getConversationId());
            assertThat(answer.getNewInteraction()).isTrue();
            assertThat(strangers.getRule()).isEqualTo(ThreadingRule.SENDER_NOT_IN_CONVERSATION);
            assertThat(strangers.getConversationId()).isNotEqualTo(first.getConversationId());
            assertThat(strangers.getClaimedConversationId()).isEqualTo(first.getConversationId());

            String conversations = "/api/conversations/";
            ben.post(
                    stack.routing(),
                    conversations + strangers.getConversationId() + "/merge",
                    Map.of("into", first.getConversationId()));
            assertThat(acme.log()
                            .await(
                                    ConversationsMerged.class,
                                    ContactCentre.PATIENCE,
                                    event -> event.getConversationId().equals(strangers.getConversationId()))
                            .event()
                            .getOpenInteractionIds())
                    .containsExactlyInAnyOrder(answer.getInteractionId(), strangers.getInteractionId());
            assertThat(threaded(acme, STRANGER, withToken).getConversationId()).isEqualTo(first.getConversationId());

            ben.post(stack.routing(), conversations + strangers.getConversationId() + "/part", Map.of());
            acme.log()
                    .await(
                            ConversationsParted.class,
                            ContactCentre.PATIENCE,
                            event -> event.getConversationId().equals(strangers.getConversationId()));
            ben.post(
                    stack.routing(),
                    conversations + strangers.getConversationId() + "/emails/" + strangers.getEmailId() + "/move",
                    Map.of("into", first.getConversationId()));
            assertThat(acme.log()
                            .await(
                                    EmailMoved.class,
                                    ContactCentre.PATIENCE,
                                    event -> event.getEmailId().equals(strangers.getEmailId()))
                            .event()
                            .getInteractionId())
                    .isEqualTo(strangers.getInteractionId());
            closeWhatIsLeft(acme, ben, List.of(answer.getInteractionId(), strangers.getInteractionId()));
        }
    }

    private static EmailThreaded threaded(ContactCentre acme, String from, String to) throws Exception {
        var mail = Mail.from(from).to(to).about("Hello again");
        acme.deliver(mail);
        return acme.threaded(mail);
    }

    private static String token(String messageId) {
        String left = messageId.substring(0, messageId.indexOf('@'));
        return left.substring(left.lastIndexOf('.') + 1);
    }

    /** What stays open would take a place of the agent in the journeys that follow. */
    private static void closeWhatIsLeft(ContactCentre acme, ApiClient ben, List<String> interactions) throws Exception {
        acme.goOnQueue(ben);
        for (String interaction : interactions) {
            acme.accept(ben, interaction);
            ben.post(RunningStack.addresses().routing(), "/api/interactions/" + interaction + "/close", Map.of());
            acme.awaitClosed(interaction);
        }
        acme.goOffQueue(ben);
    }
}
