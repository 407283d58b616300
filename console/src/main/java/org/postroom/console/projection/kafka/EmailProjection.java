package org.postroom.console.projection.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Row;
import org.postroom.events.common.Attachment;
import org.postroom.events.common.Authenticity;
import org.postroom.events.common.ScanResult;
import org.postroom.events.common.ScanVerdict;
import org.postroom.events.email.EmailReceived;

/** What a received mail means for the pages; the conversation it belongs to comes later, from routing. */
final class EmailProjection {

    private EmailProjection() {}

    static Projected of(SpecificRecord event) {
        return event instanceof EmailReceived received ? received(received) : Projected.nothing();
    }

    private static Projected received(EmailReceived received) {
        long attachments =
                received.getAttachments().stream().filter(part -> !inline(part)).count();
        @Nullable Authenticity found = received.getAuthenticity();
        return Projected.of(Row.of("email", received.getOrganisationId())
                .keyed("email_id", received.getEmailId())
                .with("from_address", received.getFrom().getAddress())
                .with("from_name", received.getFrom().getName())
                .with("subject", received.getSubject())
                .with("received_at", received.getOccurredAt())
                .with("message_key", received.getMessage().getKey())
                .with("attachments", (int) attachments)
                .with("automation", received.getAutomation().name())
                .with("infected", isInfected(received.getVirusScan()))
                .with(
                        "sender_proof",
                        found == null ? null : SenderProofs.of(found).name())
                .with(
                        "sender_domain",
                        found == null
                                ? null
                                : SenderProofs.domain(found, received.getFrom().getAddress()))
                .put());
    }

    private static boolean isInfected(@Nullable ScanResult scan) {
        return scan != null && scan.getVerdict() == ScanVerdict.VIRUS;
    }

    private static boolean inline(Attachment part) {
        return part.getInline();
    }
}
