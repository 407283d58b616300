package org.postroom.inbound.mailbox;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.AcceptedRecipient;
import org.postroom.inbound.reception.Envelope;
import org.postroom.inbound.reception.IncomingMail;
import org.postroom.inbound.reception.Reception;
import org.postroom.inbound.reception.ReceptionOutcome;
import org.postroom.inbound.reception.Refusal;

/** A mail on its way from a mailbox into reception. */
final class TakenMail implements OpenMailbox.Sink, AutoCloseable {

    private final Reception reception;
    private final String transactionId;
    private final Envelope.Client client;
    private final AcceptedRecipient recipient;
    private final String mailboxId;
    private @Nullable IncomingMail mail;

    TakenMail(
            Reception reception,
            String transactionId,
            Envelope.Client client,
            AcceptedRecipient recipient,
            String mailboxId) {
        this.reception = reception;
        this.transactionId = transactionId;
        this.client = client;
        this.recipient = recipient;
        this.mailboxId = mailboxId;
    }

    @Override
    public boolean take(byte[] octets, int length) throws IOException {
        IncomingMail present = mail == null ? begin(octets, length) : mail;
        mail = present;
        present.write(octets, 0, length);
        return present.refusal().isEmpty();
    }

    /** Makes it durable and puts it on the log, once it is complete. */
    ReceptionOutcome accept() {
        if (mail == null) {
            throw new IllegalStateException("expected a mail with content, but none was taken");
        }
        return reception.accept(mail);
    }

    @Override
    public void close() {
        if (mail != null) {
            mail.close();
        }
    }

    private IncomingMail begin(byte[] octets, int length) throws IOException {
        var envelope = new Envelope(
                transactionId, client, ReturnPath.of(octets, length), List.of(recipient), List.of(), mailboxId);
        Optional<IncomingMail> begun = reception.begin(envelope);
        return begun.orElseThrow(() -> new IOException(Refusal.NO_MEMORY.reply().text()));
    }
}
