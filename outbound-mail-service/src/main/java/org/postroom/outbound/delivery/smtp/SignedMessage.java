package org.postroom.outbound.delivery.smtp;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.mail.RawMail;

/** Gives Jakarta Mail a signed mail that it writes exactly as it is. */
final class SignedMessage extends SMTPMessage {

    private final RawMail mail;

    SignedMessage(Session session, EmailAddress envelopeSender, RawMail mail) {
        super(session);
        this.mail = mail;
        setEnvelopeFrom(envelopeSender.value());
        setSendPartial(true);
    }

    @Override
    public void writeTo(OutputStream output, String[] ignoredFields) throws IOException {
        mail.writeTo(output);
    }
}
