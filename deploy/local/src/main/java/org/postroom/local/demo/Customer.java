package org.postroom.local.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.local.client.LoggedEvent;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.mailbox.SmtpClient;

/** What the customer does: write to the address, and write again in answer to the reply. */
final class Customer {

    private static final String INBOUND = "inbound-mail-service";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StackAddresses stack;
    private final Watch watch;
    private final Narrator narrator;
    private final ZonedDateTime now;
    private final String messageId = UUID.randomUUID() + "@customer.test";

    Customer(StackAddresses stack, Watch watch, Narrator narrator, Clock clock) {
        this.stack = stack;
        this.watch = watch;
        this.narrator = narrator;
        this.now = ZonedDateTime.now(clock);
    }

    /** The Message-ID of the customer's first mail, without angle brackets. */
    String messageId() {
        return messageId;
    }

    LoggedEvent<EmailReceived> write() throws IOException, InterruptedException {
        return submit(messageId, CustomerMail.first(Stage.ADDRESS, messageId, now));
    }

    LoggedEvent<EmailReceived> answer(ReplyComposed reply) throws IOException, InterruptedException {
        String answerId = UUID.randomUUID() + "@customer.test";
        return submit(
                answerId,
                CustomerMail.answer(
                        Stage.ADDRESS, answerId, "<" + reply.getMessageId() + ">", "<" + messageId + ">", now));
    }

    private LoggedEvent<EmailReceived> submit(String id, byte[] mail) throws IOException, InterruptedException {
        SmtpClient.Outcome outcome = outcome(mail);
        narrator.detail("SMTP answers: " + outcome.reply());
        if (!outcome.accepted()) {
            throw notTaken(outcome.reply());
        }
        return watch.await(
                EmailReceived.class, "report the mail it has taken", event -> id.equals(event.getMessageId()));
    }

    /** The address may have been configured a moment ago: its directory is told by the log, so the first try may be early. */
    private SmtpClient.Outcome outcome(byte[] mail) throws IOException, InterruptedException {
        try {
            return Waiting.until(
                    "the mail to be taken", PATIENCE, () -> send(stack.smtp(), mail), SmtpClient.Outcome::accepted);
        } catch (TimeoutException refused) {
            return send(stack.smtp(), mail);
        }
    }

    private static SmtpClient.Outcome send(InetSocketAddress server, byte[] mail) throws Obstacle {
        try {
            return SmtpClient.send(server, CustomerMail.ADDRESS, List.of(Stage.ADDRESS), mail);
        } catch (IOException silent) {
            throw Failure.silent(INBOUND).because(silent);
        }
    }

    private Obstacle notTaken(String reply) {
        return new Obstacle(
                INBOUND + " does not take mail to " + Stage.ADDRESS + ". It answers: " + reply,
                "Sign in at " + stack.console() + " as " + Setup.ACME.administrator()
                        + ": the page Domains says whether "
                        + Setup.ACME.domain() + " is verified for receiving, the page Addresses whether "
                        + Stage.ADDRESS
                        + " has a queue. Where an answer begins with 4, try again later; ./postroom logs " + INBOUND
                        + " says more.");
    }
}
