package org.postroom.inbound.reception.kafka;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.email.DeliveryAction;
import org.postroom.events.email.DeliveryReported;
import org.postroom.events.email.FeedbackReported;
import org.postroom.events.email.ReportedRecipient;
import org.postroom.inbound.reception.AcceptedRecipient;
import org.postroom.inbound.reception.ReceivedMail;
import org.postroom.inbound.report.Report;

/** Writes what a received mail reports. */
final class ReportEvents {

    private ReportEvents() {}

    static Optional<SpecificRecord> of(ReceivedMail mail) {
        return Optional.ofNullable(
                switch (mail.facts().report()) {
                    case null -> null;
                    case Report.OfDelivery report -> delivery(mail, report);
                    case Report.OfComplaint report -> complaint(mail, report);
                });
    }

    private static SpecificRecord delivery(ReceivedMail mail, Report.OfDelivery report) {
        return DeliveryReported.newBuilder()
                .setOrganisationId(mail.organisationId())
                .setEmailId(mail.emailId())
                .setOriginalMessageId(report.originalMessageId())
                .setOriginalEnvelopeId(report.originalEnvelopeId())
                .setReporter(report.reporter())
                .setReportedTo(mail.recipients().stream()
                        .map(AcceptedRecipient::address)
                        .toList())
                .setNullSender(mail.envelope().sender().isNull())
                .setRecipients(report.recipients().stream()
                        .map(ReportEvents::recipient)
                        .toList())
                .setOccurredAt(mail.receivedAt())
                .build();
    }

    private static ReportedRecipient recipient(Report.Recipient recipient) {
        return ReportedRecipient.newBuilder()
                .setAddress(recipient.address())
                .setOriginalAddress(recipient.originalAddress())
                .setAction(action(recipient.action()))
                .setStatus(recipient.status())
                .setDiagnostic(recipient.diagnostic())
                .setRemoteServer(recipient.remoteServer())
                .build();
    }

    private static DeliveryAction action(Report.Action action) {
        return switch (action) {
            case FAILED -> DeliveryAction.FAILED;
            case DELAYED -> DeliveryAction.DELAYED;
            case DELIVERED -> DeliveryAction.DELIVERED;
            case RELAYED -> DeliveryAction.RELAYED;
            case EXPANDED -> DeliveryAction.EXPANDED;
        };
    }

    private static SpecificRecord complaint(ReceivedMail mail, Report.OfComplaint report) {
        return FeedbackReported.newBuilder()
                .setOrganisationId(mail.organisationId())
                .setEmailId(mail.emailId())
                .setFeedbackType(report.feedbackType())
                .setOriginalMessageId(report.originalMessageId())
                .setOriginalRecipients(report.originalRecipients())
                .setReporter(report.reporter())
                .setOccurredAt(mail.receivedAt())
                .build();
    }
}
