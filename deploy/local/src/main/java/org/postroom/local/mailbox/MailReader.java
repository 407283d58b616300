package org.postroom.local.mailbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.util.MimeUtil;

/** Reads a raw mail: its header fields, its texts and its attachments. */
final class MailReader {

    private final List<DeliveredMail.Attachment> attachments = new ArrayList<>();
    private String text = "";
    private String html = "";

    private MailReader() {}

    static DeliveredMail read(Envelope envelope, byte[] raw) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        var message = builder.parseMessage(new ByteArrayInputStream(raw));
        var reader = new MailReader();
        reader.visit(message);
        return new DeliveredMail(
                envelope.id(),
                envelope.receivedAt(),
                envelope.sender(),
                envelope.recipients(),
                headers(message),
                reader.text,
                reader.html,
                List.copyOf(reader.attachments),
                raw.length);
    }

    private static List<DeliveredMail.Header> headers(Message message) {
        return message.getHeader().getFields().stream()
                .map(field -> new DeliveredMail.Header(field.getName(), decoded(field.getBody())))
                .toList();
    }

    private static String decoded(String body) {
        return DecoderUtil.decodeEncodedWords(MimeUtil.unfold(body), DecodeMonitor.SILENT)
                .strip();
    }

    private void visit(Entity entity) throws IOException {
        switch (entity.getBody()) {
            case Multipart parts -> {
                for (var part : parts.getBodyParts()) {
                    visit(part);
                }
            }
            case TextBody body when isInline(entity) -> keepText(entity, body);
            case Body body -> attachments.add(attachment(entity, body));
        }
    }

    private static boolean isInline(Entity entity) {
        return !"attachment".equalsIgnoreCase(entity.getDispositionType());
    }

    private void keepText(Entity entity, TextBody body) throws IOException {
        if (entity.getMimeType().equals("text/html")) {
            html = html.isEmpty() ? string(body) : html;
        } else {
            text = text.isEmpty() ? string(body) : text;
        }
    }

    private static String string(TextBody body) throws IOException {
        var content = new StringWriter();
        try (var reader = body.getReader()) {
            reader.transferTo(content);
        }
        return content.toString();
    }

    private static DeliveredMail.Attachment attachment(Entity entity, Body body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (body instanceof SingleBody single) {
            single.writeTo(bytes);
        }
        var name = Optional.ofNullable(entity.getFilename()).map(MailReader::decoded);
        return new DeliveredMail.Attachment(name.orElse(""), entity.getMimeType(), bytes.size());
    }
}
