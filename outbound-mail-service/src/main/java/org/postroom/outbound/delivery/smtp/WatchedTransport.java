package org.postroom.outbound.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.delivery.MailServer;
import org.postroom.outbound.delivery.SmtpReply;
import org.postroom.outbound.delivery.Transcript;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SMTP conversation that is written down as it happens, so that it is known for each recipient what was answered, and
 * whether the server had the whole mail when the connection broke.
 */
final class WatchedTransport extends SMTPTransport {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedTransport.class);

    private enum Step {
        OTHER,
        MAIL,
        RCPT,
        DATA,
        WHOLE_MAIL
    }

    private final Runnable handOver;
    private final List<SmtpReply> recipients = new ArrayList<>();
    private Step step = Step.OTHER;
    private @Nullable SmtpReply refusal;
    private boolean handedOver;
    private @Nullable SmtpReply last;

    WatchedTransport(Session session, MailServer server, Runnable handOver) {
        super(session, new URLName("smtp", server.address(), server.port(), null, null, null));
        this.handOver = handOver;
    }

    /** What has happened so far. */
    Transcript.Asked transcript(MailServer server) {
        return new Transcript.Asked(server, refusal, recipients, handedOver, last);
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        if (handedOver && ".".equals(command)) {
            step = Step.WHOLE_MAIL;
        } else if (command.startsWith("MAIL FROM:")) {
            step = Step.MAIL;
        } else if (command.startsWith("RCPT TO:")) {
            step = Step.RCPT;
        } else {
            step = "DATA".equals(command) ? Step.DATA : Step.OTHER;
        }
        super.sendCommand(command);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        recordHandOver();
        handedOver = true;
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (code > 0) {
            note(new SmtpReply(code, onOneLine(getLastServerResponse())));
        }
        return code;
    }

    /** An {@link IOException} makes the transport drop the connection, so that the server never gets the whole mail. */
    private void recordHandOver() throws IOException {
        try {
            handOver.run();
        } catch (RuntimeException unrecorded) {
            LOG.atWarn().setCause(unrecorded).log("A mail is not handed over because that could not be recorded");
            throw new IOException("expected the hand-over to be recorded, but it was not", unrecorded);
        }
    }

    private void note(SmtpReply reply) {
        switch (step) {
            case RCPT -> recipients.add(reply);
            case MAIL, DATA -> refusal = reply.positive() ? null : reply;
            case WHOLE_MAIL -> last = reply;
            case OTHER -> {
                // the greeting, EHLO, RSET and QUIT decide nothing about the mail
            }
        }
        step = Step.OTHER;
    }

    private static String onOneLine(String answer) {
        return answer.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
