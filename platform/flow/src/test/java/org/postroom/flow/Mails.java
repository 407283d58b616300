package org.postroom.flow;

import java.time.Instant;
import java.util.List;
import org.postroom.flow.fact.MailFacts;

/** Mails to run flows on. */
final class Mails {

    static final Instant SUNDAY_MORNING = Instant.parse("2026-11-22T08:00:00Z");

    private Mails() {}

    static MailFacts about(String subject) {
        return mail("carla@customer.example", subject, List.of());
    }

    static MailFacts from(String address) {
        return mail(address, "A question", List.of());
    }

    static MailFacts with(MailFacts.Attachment... attachments) {
        return mail("carla@customer.example", "A question", List.of(attachments));
    }

    static MailFacts mail(String from, String subject, List<MailFacts.Attachment> attachments) {
        return new MailFacts(
                new MailFacts.Sender(from, "Carla Customer"),
                List.of("Help@support.acme.example"),
                List.of("help@support.acme.example"),
                List.of("boss@customer.example"),
                subject,
                1234,
                attachments,
                false,
                false,
                "PASS",
                SUNDAY_MORNING,
                false);
    }
}
