package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.local.client.ApiClient;
import org.postroom.local.demo.Setup;
import org.postroom.local.demo.Waiting;

class KilledServiceJourneyTest {

    private static final int MAILS = 40;
    private static final int REPLIES = 5;

    @Test
    void losesAndDoublesNoMailWhenReceptionIsKilled() throws Exception {
        everyMailBeginsOneInteraction("inbound-mail-service", "killed-inbound");
    }

    @Test
    void losesAndDoublesNoMailWhenRoutingIsKilled() throws Exception {
        everyMailBeginsOneInteraction("routing-service", "killed-routing");
    }

    @Test
    void sendsNoReplyTwiceAndForgetsNoneWhenSendingIsKilled() throws Exception {
        var stack = RunningStack.stack();
        try (var acme = ContactCentre.of(Setup.ACME)) {
            acme.hasAgent("ben", "Ben Cole", REPLIES);
            String address = acme.openAddress("killed-outbound", "ben");
            ApiClient ben = acme.signedIn("ben");
            acme.goOnQueue(ben);
            List<String> interactions = new ArrayList<>();
            for (int number = 0; number < REPLIES; number++) {
                var mail = Mail.from("carla@customer.test").to(address).about("Question " + number);
                acme.deliver(mail);
                interactions.add(acme.threaded(mail).getInteractionId());
                acme.accept(ben, interactions.getLast());
            }

            List<String> replies = new ArrayList<>();
            for (String interaction : interactions) {
                replies.add(acme.reply(ben, interaction, "Here is your answer."));
            }
            stack.kill("outbound-mail-service");
            stack.start("outbound-mail-service");

            for (String reply : replies) {
                awaitEnding(acme, reply);
            }
            answerOneMore(acme, ben, address);
            for (String reply : replies) {
                endedInOneWay(acme, reply);
            }
            assertThat(acme.log().all(ReplyRequested.class))
                    .filteredOn(event -> replies.contains(event.getReplyId()))
                    .hasSize(REPLIES);
            acme.goOffQueue(ben);
        }
    }

    /** What is still to be sent goes before it, so a reply that would go out again has done so when this one arrives. */
    private static void answerOneMore(ContactCentre acme, ApiClient ben, String address) throws Exception {
        var mail = Mail.from("carla@customer.test").to(address).about("One more");
        acme.deliver(mail);
        String interaction = acme.threaded(mail).getInteractionId();
        acme.accept(ben, interaction);
        String last = acme.reply(ben, interaction, "Here is the last answer.");
        acme.log()
                .await(
                        ReplySent.class,
                        ContactCentre.PATIENCE,
                        event -> event.getReplyId().equals(last));
    }

    private static void awaitEnding(ContactCentre acme, String reply) throws Exception {
        Waiting.until(
                "the reply to be sent or called uncertain",
                ContactCentre.PATIENCE,
                () -> endings(acme, reply),
                endings -> !endings.isEmpty());
    }

    private static void endedInOneWay(ContactCentre acme, String reply) throws Exception {
        String messageId = acme.messageIdOf(reply);
        assertThat(endings(acme, reply)).hasSize(1);
        long copies = acme.delivered("carla@customer.test", messageId);
        if (endings(acme, reply).contains("sent")) {
            assertThat(copies).isEqualTo(1);
        } else {
            assertThat(copies).isLessThanOrEqualTo(1);
        }
    }

    private static List<String> endings(ContactCentre acme, String reply) {
        List<String> endings = new ArrayList<>();
        acme.log().all(ReplySent.class).stream()
                .filter(event -> event.getReplyId().equals(reply))
                .forEach(event -> endings.add("sent"));
        acme.log().all(ReplyUncertain.class).stream()
                .filter(event -> event.getReplyId().equals(reply))
                .forEach(event -> endings.add("uncertain"));
        return endings;
    }

    private static void everyMailBeginsOneInteraction(String service, String localPart) throws Exception {
        var stack = RunningStack.stack();
        try (var acme = ContactCentre.of(Setup.ACME)) {
            String address = acme.openAddress(localPart);
            List<Mail> mails = new ArrayList<>();
            for (int number = 0; number < MAILS; number++) {
                mails.add(Mail.from("carla@customer.test").to(address).about("Mail " + number));
            }
            acme.deliver(mails.getFirst());

            var sending = Thread.ofVirtual().start(() -> mails.forEach(mail -> deliver(acme, mail)));
            acme.received(mails.get(MAILS / 4));
            stack.kill(service);
            stack.start(service);
            sending.join();

            Set<String> interactions = new HashSet<>();
            for (Mail mail : mails) {
                interactions.add(acme.threaded(mail).getInteractionId());
            }
            assertThat(interactions).hasSize(MAILS);
            assertThat(acme.log().all(EmailThreaded.class))
                    .filteredOn(event -> interactions.contains(event.getInteractionId()))
                    .hasSize(MAILS);
        }
    }

    private static void deliver(ContactCentre acme, Mail mail) {
        try {
            acme.deliver(mail);
        } catch (Exception failed) {
            throw new AssertionError("expected every mail to be accepted in the end", failed);
        }
    }
}
