package org.postroom.inbound.reception.kafka;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.Attachment;
import org.postroom.events.common.AutomationMarker;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.MessageReference;
import org.postroom.events.common.ScanResult;
import org.postroom.events.common.ScanVerdict;
import org.postroom.events.email.AddressedTo;
import org.postroom.events.email.EmailReceived;
import org.postroom.inbound.message.AttachmentFacts;
import org.postroom.inbound.message.Automation;
import org.postroom.inbound.message.MessageFacts;
import org.postroom.inbound.reception.AuthenticityFinding;
import org.postroom.inbound.reception.ReceivedMail;
import org.postroom.inbound.reception.ReceivedMailPublisher;
import org.postroom.inbound.reception.VirusFinding;
import org.postroom.inbound.scan.Scan;
import org.postroom.mail.SrsAddress;
import org.postroom.mail.ThreadTokens;
import org.postroom.mail.reading.NamedAddress;
import org.postroom.runtime.kafka.EventPublisher;
import org.postroom.runtime.message.StoredMessage;
import org.postroom.runtime.secret.DerivedKeys;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Publishes EmailReceived for each accepted mail, and what it reports besides, where it is a report. */
@Component
final class EmailReceivedPublisher implements ReceivedMailPublisher {

    private final EventPublisher publisher;
    private final ThreadTokens tokens;

    EmailReceivedPublisher(EventPublisher publisher, DerivedKeys keys) {
        this.publisher = publisher;
        this.tokens = new ThreadTokens(keys.forPurpose(ThreadTokens.PURPOSE));
    }

    @Override
    public CompletableFuture<?> publish(ReceivedMail mail) {
        try {
            CompletableFuture<?> received = publisher.publish(Topics.EMAIL_EVENTS, mail.organisationId(), event(mail));
            return ReportEvents.of(mail)
                    .<CompletableFuture<?>>map(report -> CompletableFuture.allOf(
                            received, publisher.publish(Topics.EMAIL_EVENTS, mail.organisationId(), report)))
                    .orElse(received);
        } catch (RuntimeException unreachable) {
            // The producer throws, instead of failing its future, where it has no metadata or no schema yet.
            return CompletableFuture.failedFuture(unreachable);
        }
    }

    private EmailReceived event(ReceivedMail mail) {
        MessageFacts facts = mail.facts();
        String sender = mail.envelope().sender().address();
        return EmailReceived.newBuilder()
                .setOrganisationId(mail.organisationId())
                .setEmailId(mail.emailId())
                .setRecipients(mail.recipients().stream()
                        .map(recipient -> new AddressedTo(recipient.addressId(), recipient.address()))
                        .toList())
                .setEnvelopeSender(sender)
                .setFrom(facts.from() == null ? author(sender) : address(facts.from()))
                .setReplyTo(facts.replyTo() == null ? null : address(facts.replyTo()))
                .setTo(addresses(facts.to()))
                .setCc(addresses(facts.cc()))
                .setSubject(facts.subject())
                .setMessageId(facts.messageId())
                .setInReplyTo(facts.inReplyTo())
                .setReferences(facts.references())
                .setThreadConversationId(mail.threadConversation(tokens).orElse(null))
                .setSentAt(facts.sentAt())
                .setMessage(reference(mail.stored()))
                .setAttachments(facts.attachments().stream()
                        .map(EmailReceivedPublisher::attachment)
                        .toList())
                .setAutomation(mail.isOurOwn() ? AutomationMarker.OWN_MAIL : marker(facts.automation()))
                .setClientAddress(mail.envelope().client().address())
                .setClientName(mail.envelope().client().name())
                .setWarnings(facts.warnings())
                .setAuthenticity(mail.finding(AuthenticityFinding.class)
                        .map(finding -> AuthenticityEvent.of(finding, mail.organisationId()))
                        .orElse(null))
                .setSpamScan(mail.spam().map(EmailReceivedPublisher::scanResult).orElse(null))
                .setVirusScan(mail.finding(VirusFinding.class)
                        .map(found -> scanResult(found.scan()))
                        .orElse(null))
                .setMailboxId(mail.envelope().mailboxId())
                .setOccurredAt(mail.receivedAt())
                .build();
    }

    /** Without an author the envelope's sender stands for him, as he was before forwarders have rewritten him. */
    private static MailAddress author(String sender) {
        return new MailAddress(SrsAddress.original(sender).orElse(sender), null);
    }

    private static List<MailAddress> addresses(List<NamedAddress> mailboxes) {
        return mailboxes.stream().map(EmailReceivedPublisher::address).toList();
    }

    private static MailAddress address(NamedAddress mailbox) {
        @Nullable String name = mailbox.name();
        return MailAddress.newBuilder()
                .setAddress(mailbox.address())
                .setName(name)
                .build();
    }

    private static MessageReference reference(StoredMessage stored) {
        return new MessageReference(stored.key(), stored.size(), stored.sha256());
    }

    private static Attachment attachment(AttachmentFacts facts) {
        return new Attachment(facts.fileName(), facts.mediaType(), facts.size(), facts.inline());
    }

    private static ScanResult scanResult(Scan scan) {
        return ScanResult.newBuilder()
                .setVerdict(
                        switch (scan.outcome()) {
                            case CLEAN -> ScanVerdict.CLEAN;
                            case SPAM -> ScanVerdict.SPAM;
                            case VIRUS -> ScanVerdict.VIRUS;
                            case NOT_KNOWN -> ScanVerdict.NOT_KNOWN;
                        })
                .setEngine(scan.engine())
                .setScore(scan.score().isPresent() ? scan.score().getAsDouble() : null)
                .setReasons(scan.reasons())
                .build();
    }

    private static AutomationMarker marker(Automation automation) {
        return switch (automation) {
            case NONE -> AutomationMarker.NONE;
            case AUTO_SUBMITTED -> AutomationMarker.AUTO_SUBMITTED;
            case PRECEDENCE -> AutomationMarker.PRECEDENCE;
            case AUTO_REPLY_HEADER -> AutomationMarker.AUTO_REPLY_HEADER;
            case NULL_ENVELOPE_SENDER -> AutomationMarker.NULL_ENVELOPE_SENDER;
            case DELIVERY_REPORT -> AutomationMarker.DELIVERY_REPORT;
            case FEEDBACK_REPORT -> AutomationMarker.FEEDBACK_REPORT;
            case READ_RECEIPT -> AutomationMarker.READ_RECEIPT;
            case RESPONSE_SUPPRESSED -> AutomationMarker.RESPONSE_SUPPRESSED;
            case AUTO_GENERATED_HEADER -> AutomationMarker.AUTO_GENERATED_HEADER;
            case LOOP_HEADER -> AutomationMarker.LOOP_HEADER;
            case MAILING_LIST -> AutomationMarker.MAILING_LIST;
            case MAILER_DAEMON -> AutomationMarker.MAILER_DAEMON;
        };
    }
}
