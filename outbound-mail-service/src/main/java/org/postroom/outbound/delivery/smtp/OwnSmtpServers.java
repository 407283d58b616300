package org.postroom.outbound.delivery.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.delivery.MailServer;
import org.postroom.outbound.delivery.OwnServers;
import org.postroom.outbound.delivery.SmtpReply;
import org.postroom.outbound.delivery.Transcript;
import org.postroom.outbound.mail.RawMail;
import org.postroom.outbound.smtpserver.SmtpServer;
import org.postroom.outbound.smtpserver.smtp.ServerConnections;
import org.postroom.outbound.smtpserver.smtp.ServerConnections.Opening;
import org.postroom.outbound.smtpserver.smtp.SmtpAnswer;
import org.postroom.outbound.smtpserver.smtp.SmtpDialogue;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a mail through an organisation's server: one transaction for all recipients. */
@Component
@InStage(Stage.SEND)
class OwnSmtpServers implements OwnServers {

    private static final Logger LOG = LoggerFactory.getLogger(OwnSmtpServers.class);
    private static final int GO_ON = 354;

    private final ServerConnections connections;

    OwnSmtpServers(ServerConnections connections) {
        this.connections = connections;
    }

    @Override
    public boolean has(OrganisationId organisationId, String smtpServerId) {
        return connections.has(organisationId, smtpServerId);
    }

    @Override
    public Transcript offer(
            OrganisationId organisationId,
            String smtpServerId,
            EmailAddress sender,
            List<EmailAddress> recipients,
            RawMail mail,
            Runnable handOver) {
        return switch (connections.open(organisationId, smtpServerId)) {
            case Opening.Failed(String reason) -> new Transcript.Unreachable(reason);
            case Opening.Open(SmtpServer server, SmtpDialogue dialogue) ->
                new Conversation(server, dialogue).offer(sender, recipients, mail, handOver);
        };
    }

    /** One transaction, written down as it happens. */
    private static final class Conversation {

        private final MailServer server;
        private final SmtpDialogue dialogue;
        private final List<SmtpReply> answers = new ArrayList<>();
        private @Nullable SmtpReply refusal;
        private boolean handedOver;
        private @Nullable SmtpReply last;

        Conversation(SmtpServer server, SmtpDialogue dialogue) {
            this.server = new MailServer(server.host(), dialogue.address(), server.port());
            this.dialogue = dialogue;
        }

        Transcript offer(EmailAddress sender, List<EmailAddress> recipients, RawMail mail, Runnable handOver) {
            try (dialogue) {
                transact(sender, recipients, mail, handOver);
                dialogue.ask("QUIT");
            } catch (IOException broken) {
                LOG.atDebug()
                        .addKeyValue("server", server)
                        .setCause(broken)
                        .log("A connection to an organisation's server broke");
            }
            return new Transcript.Asked(server, refusal, answers, handedOver, last);
        }

        private void transact(EmailAddress sender, List<EmailAddress> recipients, RawMail mail, Runnable handOver)
                throws IOException {
            SmtpReply begun = reply(dialogue.ask("MAIL FROM:<" + sender.value() + ">"));
            if (!begun.positive()) {
                refusal = begun;
                return;
            }
            for (EmailAddress recipient : recipients) {
                answers.add(reply(dialogue.ask("RCPT TO:<" + recipient.value() + ">")));
            }
            if (answers.stream().noneMatch(SmtpReply::positive)) {
                return;
            }
            SmtpReply data = reply(dialogue.ask("DATA"));
            if (data.code() != GO_ON) {
                refusal = data;
                return;
            }
            dialogue.write(mail);
            handOver.run();
            handedOver = true;
            last = reply(dialogue.ask("."));
        }

        private static SmtpReply reply(SmtpAnswer answer) {
            return new SmtpReply(answer.code(), answer.text());
        }
    }
}
