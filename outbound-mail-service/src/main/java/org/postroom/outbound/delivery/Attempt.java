package org.postroom.outbound.delivery;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.mail.RawMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one attempt: finds the servers, offers them the mail in their order, and says what that brought. */
public final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private static final String NO_ROUTE = "5.4.4";

    private final MailRoutes routes;
    private final SmtpClient client;
    private final OwnServers ownServers;
    private final SignedMails mails;
    private final Ledger ledger;

    /** Takes what an attempt works with. */
    public Attempt(MailRoutes routes, SmtpClient client, OwnServers ownServers, SignedMails mails, Ledger ledger) {
        this.routes = routes;
        this.client = client;
        this.ownServers = ownServers;
        this.mails = mails;
        this.ledger = ledger;
    }

    /**
     * Makes the attempt. Nothing that goes wrong on our side refuses a mail: it is deferred, or, where the server had
     * the whole mail, unknown.
     */
    public Map<EmailAddress, Outcome> make(Delivery delivery) {
        var handedOver = new AtomicBoolean();
        try {
            String server = delivery.smtpServerId();
            if (server != null) {
                return offer(delivery, server, handedOver);
            }
            return switch (routes.of(delivery.route())) {
                case MailRoute.Servers(List<MailServer> servers) -> offer(delivery, servers, handedOver);
                case MailRoute.Nowhere(String status, String reason) ->
                    all(delivery, new Outcome.Refused(status, reason));
                case MailRoute.TryAgain(String reason) -> all(delivery, new Outcome.Deferred(reason));
            };
        } catch (IOException | RuntimeException broken) {
            LOG.atError()
                    .addKeyValue("organisationId", delivery.reply().organisationId())
                    .addKeyValue("replyId", delivery.reply().replyId())
                    .addKeyValue("attempt", delivery.attempt())
                    .addKeyValue("handedOver", handedOver.get())
                    .setCause(broken)
                    .log("An attempt to deliver broke");
            return all(
                    delivery,
                    handedOver.get()
                            ? new Outcome.Unknown(delivery.route())
                            : new Outcome.Deferred("an error of the sending system; it will try again"));
        }
    }

    private Map<EmailAddress, Outcome> offer(Delivery delivery, String smtpServerId, AtomicBoolean handedOver)
            throws IOException {
        var reply = delivery.reply();
        RawMail mail = mails.read(reply.organisationId(), reply.mailKey());
        Transcript transcript = ownServers.offer(
                reply.organisationId(),
                smtpServerId,
                reply.envelopeSender(),
                delivery.recipients(),
                mail,
                handOver(delivery, handedOver));
        return switch (transcript) {
            case Transcript.Asked asked -> asked.outcomes(delivery.recipients());
            case Transcript.Unreachable(String reason) -> all(delivery, new Outcome.Deferred(reason));
            case Transcript.OffLimits(String reason) -> all(delivery, new Outcome.Deferred(reason));
        };
    }

    private Runnable handOver(Delivery delivery, AtomicBoolean handedOver) {
        return () -> {
            ledger.handOver(delivery);
            handedOver.set(true);
        };
    }

    private Map<EmailAddress, Outcome> offer(Delivery delivery, List<MailServer> servers, AtomicBoolean handedOver)
            throws IOException {
        var reply = delivery.reply();
        RawMail mail = mails.read(reply.organisationId(), reply.mailKey());
        Runnable handOver = handOver(delivery, handedOver);
        Outcome outcome = new Outcome.Deferred("there is no server to try");
        boolean anyOpen = false;
        for (MailServer server : servers) {
            Transcript transcript = client.offer(server, reply.envelopeSender(), delivery.recipients(), mail, handOver);
            switch (transcript) {
                case Transcript.Asked asked -> {
                    return asked.outcomes(delivery.recipients());
                }
                case Transcript.Unreachable(String reason) -> {
                    outcome = new Outcome.Deferred(server + ": " + reason);
                    anyOpen = true;
                }
                case Transcript.OffLimits(String reason) ->
                    outcome = anyOpen ? outcome : new Outcome.Refused(NO_ROUTE, reason);
            }
        }
        return all(delivery, outcome);
    }

    private static Map<EmailAddress, Outcome> all(Delivery delivery, Outcome outcome) {
        Map<EmailAddress, Outcome> outcomes = new LinkedHashMap<>();
        delivery.recipients().forEach(recipient -> outcomes.put(recipient, outcome));
        return outcomes;
    }
}
