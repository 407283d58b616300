package org.postroom.routing.journal.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.AutomationMarker;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.ScanVerdict;
import org.postroom.events.email.EmailReceived;
import org.postroom.routing.decision.Judgement;
import org.postroom.routing.decision.RoutingInput;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.interaction.Customer;

/** Reads what was received. */
final class EmailReader {

    private EmailReader() {}

    static RoutingInput read(EmailReceived email) {
        var author = email.getFrom();
        var answersTo = email.getReplyTo() == null ? author : email.getReplyTo();
        Set<EmailAddress> people = new HashSet<>(addresses(email.getCc()));
        people.add(new EmailAddress(author.getAddress()));
        people.add(new EmailAddress(answersTo.getAddress()));
        return new RoutingInput.EmailReceived(
                new EmailId(email.getEmailId()),
                email.getRecipients().stream()
                        .map(recipient -> new AddressId(recipient.getAddressId()))
                        .toList(),
                new EmailAddress(author.getAddress()),
                people,
                new Customer(answersTo.getAddress(), answersTo.getName()),
                email.getSubject(),
                messageId(email.getMessageId()),
                messageIds(email.getReferences()),
                messageIds(email.getInReplyTo()),
                new Judgement(author(email.getAutomation()), isSpam(email), hasVirus(email)),
                FactsReader.read(email, isSpam(email)),
                email.getThreadConversationId() == null ? null : new ConversationId(email.getThreadConversationId()));
    }

    /** A marker that this release does not know is one all the same. */
    private static Judgement.Author author(AutomationMarker marker) {
        return switch (marker) {
            case NONE -> Judgement.Author.PERSON;
            case DELIVERY_REPORT -> Judgement.Author.DELIVERY_REPORT;
            case FEEDBACK_REPORT -> Judgement.Author.FEEDBACK_REPORT;
            case OWN_MAIL -> Judgement.Author.OURSELVES;
            case UNKNOWN,
                    AUTO_SUBMITTED,
                    PRECEDENCE,
                    AUTO_REPLY_HEADER,
                    NULL_ENVELOPE_SENDER,
                    RESPONSE_SUPPRESSED,
                    LOOP_HEADER,
                    MAILING_LIST,
                    AUTO_GENERATED_HEADER,
                    MAILER_DAEMON,
                    READ_RECEIPT -> Judgement.Author.MACHINE;
        };
    }

    private static boolean isSpam(EmailReceived email) {
        return email.getSpamScan() != null && email.getSpamScan().getVerdict() == ScanVerdict.SPAM;
    }

    private static boolean hasVirus(EmailReceived email) {
        return email.getVirusScan() != null && email.getVirusScan().getVerdict() == ScanVerdict.VIRUS;
    }

    private static Set<EmailAddress> addresses(List<MailAddress> mailboxes) {
        return mailboxes.stream()
                .map(mailbox -> new EmailAddress(mailbox.getAddress()))
                .collect(Collectors.toSet());
    }

    private static @Nullable MessageId messageId(@Nullable String value) {
        return value == null || value.isBlank() ? null : new MessageId(value);
    }

    private static List<MessageId> messageIds(List<String> values) {
        return values.stream()
                .filter(value -> !value.isBlank())
                .map(MessageId::new)
                .toList();
    }
}
