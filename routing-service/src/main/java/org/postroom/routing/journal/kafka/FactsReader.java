package org.postroom.routing.journal.kafka;

import java.util.List;
import java.util.Objects;
import org.postroom.events.common.AutomationMarker;
import org.postroom.events.common.MailAddress;
import org.postroom.events.email.AddressedTo;
import org.postroom.events.email.EmailReceived;
import org.postroom.flow.fact.MailFacts;

/** Reads what a flow may look at in a mail. Whether it continues a conversation is for threading to say. */
final class FactsReader {

    private static final String NOT_LOOKED_AT = "none";

    private FactsReader() {}

    static MailFacts read(EmailReceived email, boolean spam) {
        return new MailFacts(
                new MailFacts.Sender(
                        email.getFrom().getAddress(),
                        Objects.requireNonNullElse(email.getFrom().getName(), "")),
                email.getRecipients().stream().map(AddressedTo::getAddress).toList(),
                addresses(email.getTo()),
                addresses(email.getCc()),
                email.getSubject(),
                email.getMessage().getSize(),
                email.getAttachments().stream()
                        .map(attachment -> new MailFacts.Attachment(
                                attachment.getFileName(), attachment.getMediaType(), attachment.getSize()))
                        .toList(),
                email.getAutomation() != AutomationMarker.NONE,
                spam,
                dmarc(email),
                email.getOccurredAt(),
                false);
    }

    private static List<String> addresses(List<MailAddress> mailboxes) {
        return mailboxes.stream().map(MailAddress::getAddress).toList();
    }

    private static String dmarc(EmailReceived email) {
        var authenticity = email.getAuthenticity();
        var dmarc = authenticity == null ? null : authenticity.getDmarc();
        return dmarc == null ? NOT_LOOKED_AT : dmarc.getResult().name();
    }
}
