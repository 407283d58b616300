package org.postroom.inbound.reception;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a transaction before its content.
 *
 * @param transactionId identifies this attempt; a retry has another
 * @param client who delivers
 * @param sender the envelope sender
 * @param recipients the accepted recipients, in the client's order, each address once; at least one
 * @param marks what checks want to be read beside the mail, one sentence each
 */
public record Envelope(
        String transactionId,
        Client client,
        EnvelopeSender sender,
        List<AcceptedRecipient> recipients,
        List<String> marks) {

    /** Copies the lists. */
    public Envelope {
        recipients = List.copyOf(recipients);
        marks = List.copyOf(marks);
    }

    /** An envelope that no check has marked. */
    public Envelope(String transactionId, Client client, EnvelopeSender sender, List<AcceptedRecipient> recipients) {
        this(transactionId, client, sender, recipients, List.of());
    }

    /**
     * Who delivers.
     *
     * @param address the network address
     * @param name the name given in HELO or EHLO; hostile input
     * @param protocol what was spoken, in the words of RFC 3848: SMTP, ESMTP, ESMTPS, ...
     */
    public record Client(String address, String name, String protocol) {}

    /** The organisations among the recipients, each once. */
    public Stream<String> organisations() {
        return recipients.stream().map(AcceptedRecipient::organisationId).distinct();
    }

    /** The recipients of one organisation. */
    public List<AcceptedRecipient> recipientsOf(String organisationId) {
        return recipients.stream()
                .filter(recipient -> recipient.organisationId().equals(organisationId))
                .toList();
    }
}
