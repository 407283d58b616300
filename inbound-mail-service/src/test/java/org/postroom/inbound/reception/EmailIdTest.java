package org.postroom.inbound.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.inbound.message.Automation;
import org.postroom.inbound.message.MessageFacts;

class EmailIdTest {

    private static final AcceptedRecipient HELP = new AcceptedRecipient("acme", "a1", "help@acme.test");
    private static final AcceptedRecipient SALES = new AcceptedRecipient("acme", "a2", "sales@acme.test");
    private static final AcceptedRecipient INFO = new AcceptedRecipient("globex", "b1", "info@globex.test");
    private static final String DIGEST = "0123";

    @Test
    void isTheSameForARetry() {
        assertThat(EmailId.of("acme", envelope("try-2", SALES, HELP), dated("<1>"), DIGEST))
                .isEqualTo(EmailId.of("acme", envelope("try-1", HELP, SALES), dated("<1>"), DIGEST));
    }

    @Test
    void isAnotherForAnythingElse() {
        assertThat(List.of(
                        EmailId.of("acme", envelope("1", HELP, INFO), dated("<1>"), DIGEST),
                        EmailId.of("globex", envelope("1", HELP, INFO), dated("<1>"), DIGEST),
                        EmailId.of("acme", envelope("1", SALES), dated("<1>"), DIGEST),
                        EmailId.of("acme", envelope("1", HELP), dated("<2>"), DIGEST),
                        EmailId.of("acme", envelope("1", HELP), dated("<1>"), "4567")))
                .doesNotHaveDuplicates();
    }

    @Test
    void isTheSameWhoeverElseReceives() {
        assertThat(EmailId.of("acme", envelope("1", HELP, INFO), dated("<1>"), DIGEST))
                .isEqualTo(EmailId.of("acme", envelope("1", HELP), dated("<1>"), DIGEST));
    }

    @Test
    void neverRepeatsForMailWithoutMessageIdAndDate() {
        assertThat(EmailId.of("acme", envelope("1", HELP), facts(null, null), DIGEST))
                .isNotEqualTo(EmailId.of("acme", envelope("2", HELP), facts(null, null), DIGEST));
    }

    @Test
    void isAUuidOfVersion8() {
        UUID id = UUID.fromString(EmailId.of("acme", envelope("1", HELP), dated("<1>"), DIGEST));

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    private static Envelope envelope(String transactionId, AcceptedRecipient... recipients) {
        return new Envelope(
                transactionId,
                new Envelope.Client("192.0.2.1", "client.example", "ESMTP"),
                new EnvelopeSender("ann@example.org"),
                List.of(recipients));
    }

    private static MessageFacts dated(String messageId) {
        return facts(messageId, Instant.EPOCH);
    }

    private static MessageFacts facts(@Nullable String messageId, @Nullable Instant sentAt) {
        return new MessageFacts(
                null,
                null,
                List.of(),
                List.of(),
                "",
                messageId,
                List.of(),
                List.of(),
                sentAt,
                List.of(),
                Automation.NONE,
                List.of(),
                null,
                List.of());
    }
}
