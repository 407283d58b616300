package org.postroom.outbound.delivery.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Properties;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.delivery.MailServer;
import org.postroom.outbound.delivery.SmtpClient;
import org.postroom.outbound.delivery.Transcript;
import org.postroom.outbound.mail.RawMail;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.network.NetworkGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Talks SMTP with Angus Mail, encrypted where the server offers STARTTLS (opportunistic, RFC 7435). */
@Component
@InStage(Stage.SEND)
class AngusSmtpClient implements SmtpClient {

    private static final Logger LOG = LoggerFactory.getLogger(AngusSmtpClient.class);

    private final Session session;

    AngusSmtpClient(SmtpSettings settings, NetworkGuard guard) {
        this.session = Session.getInstance(properties(settings, guard));
    }

    @Override
    public Transcript offer(
            MailServer server, EmailAddress sender, List<EmailAddress> recipients, RawMail mail, Runnable handOver) {
        var transport = new WatchedTransport(session, server, handOver);
        try {
            transport.connect();
        } catch (MessagingException unreachable) {
            closeQuietly(transport);
            return unreachable.getCause() instanceof OffLimitsException
                    ? new Transcript.OffLimits(
                            "expected a mail server on the public network, but " + server.name() + " is not there")
                    : new Transcript.Unreachable(String.valueOf(unreachable.getMessage()));
        }
        try {
            transport.sendMessage(new SignedMessage(session, sender, mail), addresses(recipients));
        } catch (MessagingException answered) {
            LOG.atDebug()
                    .addKeyValue("server", server)
                    .setCause(answered)
                    .log("A server did not take a mail for everyone");
        } finally {
            closeQuietly(transport);
        }
        return transport.transcript(server);
    }

    private static void closeQuietly(WatchedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.atDebug().setCause(gone).log("A connection was gone before it could be closed");
        }
    }

    private static Address[] addresses(List<EmailAddress> recipients) throws MessagingException {
        Address[] addresses = new Address[recipients.size()];
        for (int index = 0; index < addresses.length; index++) {
            addresses[index] = new InternetAddress(recipients.get(index).value(), true);
        }
        return addresses;
    }

    private static Properties properties(SmtpSettings settings, NetworkGuard guard) {
        String answer = String.valueOf(settings.answerTimeout().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", new GuardedSocketFactory(guard));
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put(
                "mail.smtp.connectiontimeout",
                String.valueOf(settings.connectTimeout().toMillis()));
        properties.put("mail.smtp.timeout", answer);
        properties.put("mail.smtp.writetimeout", answer);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.ssl.trust", "*");
        properties.put("mail.smtp.ssl.checkserveridentity", "false");
        String ehloName = settings.ehloName();
        if (ehloName != null && !ehloName.isBlank()) {
            properties.put("mail.smtp.localhost", ehloName);
        }
        return properties;
    }
}
