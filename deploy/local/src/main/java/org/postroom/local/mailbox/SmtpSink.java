package org.postroom.local.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.postroom.local.host.Loopback;
import org.postroom.local.mailbox.MailboxFaults.Kind;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** Takes mail for any recipient over SMTP, unless a fault is switched on. */
final class SmtpSink implements AutoCloseable {

    private static final String HOST_NAME = "mail.playground.test";

    private final SMTPServer server;

    private SmtpSink(SMTPServer server) {
        this.server = server;
    }

    static SmtpSink start(Mailbox mailbox, MailboxFaults faults, int port) {
        var server = new SMTPServer.Builder()
                .bindAddress(Loopback.address())
                .port(Loopback.portOrFree(port))
                .hostName(HOST_NAME)
                .softwareName("mailbox playground")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new Reception(mailbox, faults, (Session) context))
                .build();
        server.start();
        return new SmtpSink(server);
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One mail transaction. */
    private static final class Reception implements MessageHandler {

        private final Mailbox mailbox;
        private final MailboxFaults faults;
        private final Session session;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Reception(Mailbox mailbox, MailboxFaults faults, Session session) {
            this.mailbox = mailbox;
            this.faults = faults;
            this.session = session;
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            var fault = faults.strike(recipient, Kind.REFUSE);
            if (fault.isPresent()) {
                throw new RejectException(fault.get().code(), fault.get().text());
            }
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream content) throws IOException, RejectException {
            var raw = content.readAllBytes();
            for (var recipient : recipients) {
                var fault = faults.strike(recipient, Kind.REFUSE_DATA);
                if (fault.isPresent()) {
                    throw new RejectException(fault.get().code(), fault.get().text());
                }
            }
            var envelope = mailbox.add(sender, recipients, raw);
            for (var recipient : recipients) {
                if (faults.strike(recipient, Kind.DROP_AFTER_DATA).isPresent()) {
                    session.closeSocket();
                    throw new DropConnectionException();
                }
            }
            return "2.0.0 delivered as " + envelope.id();
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
