package org.postroom.inbound.reception;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a transaction before its content.
 *
 * @param transactionId identifies this attempt; a retry has another
 * @param client who delivers
 * @param sender the envelope sender
 * @param recipients the accepted recipients, in the client's order, each address once; at least one
 * @param marks what checks want to be read beside the mail, one sentence each
 * @param mailboxId the mailbox that it is fetched from, so that the client is the mailbox's server and says nothing about the
 *     sender; null where a client delivers it by SMTP
 */
public record Envelope(
        String transactionId,
        Client client,
        EnvelopeSender sender,
        List<AcceptedRecipient> recipients,
        List<String> marks,
        @Nullable String mailboxId) {

    /** Copies the lists. */
    public Envelope {
        recipients = List.copyOf(recipients);
        marks = List.copyOf(marks);
    }

    /** An envelope that no check has marked. */
    public Envelope(String transactionId, Client client, EnvelopeSender sender, List<AcceptedRecipient> recipients) {
        this(transactionId, client, sender, recipients, List.of(), null);
    }

    /** An envelope of what a client delivers by SMTP. */
    public Envelope(
            String transactionId,
            Client client,
            EnvelopeSender sender,
            List<AcceptedRecipient> recipients,
            List<String> marks) {
        this(transactionId, client, sender, recipients, marks, null);
    }

    /** Whether it is fetched from a mailbox. */
    public boolean isFetched() {
        return mailboxId != null;
    }

    /**
     * Who delivers.
     *
     * @param address the network address
     * @param name the name given in HELO or EHLO; hostile input. The host of a mailbox
     * @param protocol what was spoken, in the words of RFC 3848: SMTP, ESMTP, ESMTPS, ...; IMAP for a mailbox
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
