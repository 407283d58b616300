package org.postroom.inbound.reception;

/**
 * The checks of every stage. Registering one more gives new checks; these stay as they are.
 *
 * @param connection asked when a client has connected
 * @param greeting asked at EHLO and HELO
 * @param sender asked at MAIL
 * @param recipient asked at RCPT
 * @param content asked when the content is complete
 */
public record ReceptionChecks(
        CheckChain<Facts.Connection> connection,
        CheckChain<Facts.Greeting> greeting,
        CheckChain<Facts.Sender> sender,
        CheckChain<Facts.Recipient> recipient,
        CheckChain<Facts.Content> content) {

    /** No checks at all; what is registered tells its verdicts to the witness. */
    public static ReceptionChecks none(CheckWitness witness) {
        return new ReceptionChecks(
                CheckChain.of("connection", witness),
                CheckChain.of("greeting", witness),
                CheckChain.of("sender", witness),
                CheckChain.of("recipient", witness),
                CheckChain.of("content", witness));
    }

    /** Registers a check of clients that connect. */
    public ReceptionChecks ofConnection(Check<Facts.Connection> check) {
        return new ReceptionChecks(connection.and(check), greeting, sender, recipient, content);
    }

    /** Registers a check of how clients name themselves. */
    public ReceptionChecks ofGreeting(Check<Facts.Greeting> check) {
        return new ReceptionChecks(connection, greeting.and(check), sender, recipient, content);
    }

    /** Registers a check of senders. */
    public ReceptionChecks ofSender(Check<Facts.Sender> check) {
        return new ReceptionChecks(connection, greeting, sender.and(check), recipient, content);
    }

    /** Registers a check of recipients. */
    public ReceptionChecks ofRecipient(Check<Facts.Recipient> check) {
        return new ReceptionChecks(connection, greeting, sender, recipient.and(check), content);
    }

    /** Registers a check of messages. */
    public ReceptionChecks ofContent(Check<Facts.Content> check) {
        return new ReceptionChecks(connection, greeting, sender, recipient, content.and(check));
    }
}
