package org.postroom.outbound.compose.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postroom.mail.LoopMark;
import org.postroom.mail.Mailbox;
import org.postroom.mail.MessageId;
import org.postroom.outbound.compose.Letter;
import org.postroom.outbound.compose.MailWriter;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.mail.RawMail;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.springframework.stereotype.Component;

/**
 * Writes letters with Jakarta Mail: multipart/alternative in UTF-8 and quoted-printable, so that no line is too long and
 * no server on the way needs to recode what DKIM has signed. Hidden recipients leave no trace in it.
 */
@Component
@InStage(Stage.COMPOSE)
class JakartaMailWriter implements MailWriter {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Override
    public RawMail write(Letter letter) {
        try {
            var message = new FixedIdMessage(letter.messageId());
            message.setFrom(internetAddress(letter.from()));
            if (letter.replyTo() != null) {
                message.setHeader("Reply-To", letter.replyTo().value());
            }
            message.setRecipients(jakarta.mail.Message.RecipientType.TO, named(letter, Addressee.Kind.TO));
            message.setRecipients(jakarta.mail.Message.RecipientType.CC, named(letter, Addressee.Kind.CC));
            message.setSubject(letter.subject(), UTF_8);
            message.setHeader("Date", DATE.format(letter.date()));
            message.setHeader(LoopMark.FIELD, letter.loopMark());
            thread(message, letter);
            message.setContent(alternatives(letter));
            message.saveChanges();
            return octets(message);
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("expected a letter to be written to memory, but it failed", impossible);
        }
    }

    private static void thread(MimeMessage message, Letter letter) throws MessagingException {
        if (letter.inReplyTo() != null) {
            message.setHeader("In-Reply-To", letter.inReplyTo().inBrackets());
        }
        if (!letter.references().isEmpty()) {
            List<MessageId> references = letter.references();
            message.setHeader(
                    "References", references.stream().map(MessageId::inBrackets).collect(Collectors.joining("\r\n ")));
        }
    }

    private static MimeMultipart alternatives(Letter letter) throws MessagingException {
        var alternatives = new Alternatives(letter.messageId());
        alternatives.addBodyPart(part(letter.text(), "plain"));
        alternatives.addBodyPart(part(letter.html(), "html"));
        return alternatives;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content.replace("\n", "\r\n"), UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static InternetAddress[] named(Letter letter, Addressee.Kind kind) throws UnsupportedEncodingException {
        List<Addressee> chosen = letter.recipients().stream()
                .filter(recipient -> recipient.kind() == kind)
                .toList();
        InternetAddress[] addresses = new InternetAddress[chosen.size()];
        for (int index = 0; index < addresses.length; index++) {
            addresses[index] = internetAddress(chosen.get(index).mailbox());
        }
        return addresses;
    }

    private static InternetAddress internetAddress(Mailbox mailbox) throws UnsupportedEncodingException {
        return new InternetAddress(mailbox.address().value(), mailbox.name(), UTF_8);
    }

    private static RawMail octets(MimeMessage message) throws MessagingException, IOException {
        var octets = new ByteArrayOutputStream();
        message.writeTo(octets);
        return new RawMail(octets.toByteArray());
    }

    /** Keeps the identifier it is given, where Jakarta Mail would invent one. */
    private static final class FixedIdMessage extends MimeMessage {

        private final MessageId messageId;

        FixedIdMessage(MessageId messageId) {
            super(SESSION);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId.inBrackets());
        }
    }

    /** Separates its parts by a boundary that follows from the identifier, so that composing twice gives the same octets. */
    private static final class Alternatives extends MimeMultipart {

        Alternatives(MessageId messageId) {
            super("alternative");
            String unique = messageId.value().replaceAll("@.*|[^A-Za-z0-9]", "");
            contentType = "multipart/alternative; boundary=\"=_" + unique + "\"";
        }
    }
}
