package org.postroom.outbound.bounce.kafka;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.email.DeliveryAction;
import org.postroom.events.email.DeliveryReported;
import org.postroom.events.email.ReportedRecipient;
import org.postroom.outbound.bounce.BouncePublisher;
import org.postroom.outbound.bounce.DeliveryReport;
import org.postroom.outbound.bounce.MatchReport;
import org.postroom.outbound.bounce.SentReplies;
import org.postroom.outbound.stage.Consumers;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.text.StorableText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes on what delivery reports say of failures; a mail that is late or has arrived needs nobody. */
@Component
@InStage(Stage.SEND)
class DeliveryReportedListener {

    private static final String WITHOUT_WORDS = "The server reported that the mail did not arrive, and gave no reason.";

    private final MatchReport matching;

    DeliveryReportedListener(SentReplies replies, BouncePublisher publisher, Clock clock) {
        this.matching = new MatchReport(replies, publisher, clock);
    }

    @Consumers.OfReports
    @Transactional
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        if (entry.value() instanceof DeliveryReported reported) {
            matching.match(report(reported));
        }
    }

    private static DeliveryReport report(DeliveryReported reported) {
        String messageId = reported.getOriginalMessageId();
        return new DeliveryReport(
                new OrganisationId(reported.getOrganisationId()),
                reported.getEmailId(),
                messageId == null ? null : StorableText.of(messageId),
                folded(reported.getReportedTo().stream()),
                reported.getNullSender(),
                reported.getRecipients().stream()
                        .filter(recipient -> recipient.getAction() == DeliveryAction.FAILED)
                        .map(DeliveryReportedListener::failure)
                        .toList());
    }

    private static DeliveryReport.Failure failure(ReportedRecipient recipient) {
        String words = recipient.getDiagnostic();
        return new DeliveryReport.Failure(
                folded(Stream.concat(
                        Stream.of(recipient.getAddress()), Stream.ofNullable(recipient.getOriginalAddress()))),
                recipient.getStatus(),
                words == null || words.isBlank() ? WITHOUT_WORDS : StorableText.of(words));
    }

    private static Set<String> folded(Stream<String> addresses) {
        return addresses
                .map(address -> StorableText.of(address).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
