package org.postroom.outbound.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.mail.RawMail;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/** What an attempt makes of servers that are where nobody may send us. */
class AttemptTest {

    private static final EmailAddress ANNA = EmailAddress.of("anna@customer.test");
    private static final Transcript OFF_LIMITS = new Transcript.OffLimits("expected …, but mx1 is not there");
    private static final Transcript UNREACHABLE = new Transcript.Unreachable("no answer");
    private static final MailServer FIRST = new MailServer("mx1.customer.test", "127.0.0.1", 25);
    private static final MailServer SECOND = new MailServer("mx2.customer.test", "192.0.2.1", 25);

    @Test
    void triesTheNextServer() {
        var taken = new Transcript.Asked(
                SECOND, null, List.of(new SmtpReply(250, "250 ok")), true, new SmtpReply(250, "250 queued"));

        assertThat(outcome(OFF_LIMITS, taken)).isEqualTo(new Outcome.Delivered("mx2.customer.test:25", "250 queued"));
    }

    @Test
    void triesAgainLaterWhereAnotherServerMayComeBack() {
        assertThat(outcome(OFF_LIMITS, UNREACHABLE)).isEqualTo(new Outcome.Deferred("mx2.customer.test:25: no answer"));
        assertThat(outcome(UNREACHABLE, OFF_LIMITS)).isEqualTo(new Outcome.Deferred("mx1.customer.test:25: no answer"));
    }

    @Test
    void refusesForGoodWhereEveryServerIsOffLimits() {
        assertThat(outcome(OFF_LIMITS, OFF_LIMITS))
                .isEqualTo(new Outcome.Refused("5.4.4", "expected …, but mx1 is not there"));
    }

    private static Outcome outcome(Transcript... transcripts) {
        Deque<Transcript> left = new ArrayDeque<>(Arrays.asList(transcripts));
        MailRoutes routes = domain -> new MailRoute.Servers(List.of(FIRST, SECOND));
        SmtpClient client = (server, sender, recipients, mail, handOver) -> left.remove();
        var attempt = new Attempt(routes, client, null, mails(), null);
        var reply = new OutgoingReply(
                new OrganisationId("acme"),
                new ReplyId("r1"),
                new InteractionId("i1"),
                "m1@acme.test",
                EmailAddress.of("help@acme.test"),
                "key",
                List.of(),
                null,
                null,
                Instant.EPOCH);
        return attempt.make(new Delivery(reply, "customer.test", null, 1, List.of(ANNA)))
                .get(ANNA);
    }

    private static SignedMails mails() {
        return new SignedMails() {
            @Override
            public RawMail read(OrganisationId organisationId, String key) {
                return new RawMail(new byte[0]);
            }

            @Override
            public String store(OrganisationId organisationId, RawMail mail) {
                throw new UnsupportedOperationException("expected only to be read from");
            }
        };
    }
}
