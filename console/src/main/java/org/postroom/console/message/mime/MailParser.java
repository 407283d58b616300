package org.postroom.console.message.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import org.postroom.console.message.FileNames;
import org.postroom.console.message.MailContent;

/**
 * Parses a mail leniently (RFC 2045, RFC 2183): the first text and the first HTML that are not attachments are its body,
 * everything else is a part to download. What cannot be read as it claims is shown as well as possible.
 */
final class MailParser {

    private static final int LONGEST_BODY = 1_000_000;
    private static final int DEEPEST = 30;

    private @Nullable String text;
    private @Nullable String html;
    private final List<MailContent.Part> parts = new ArrayList<>();

    private MailParser() {}

    /** Parses a mail. */
    static MailContent parse(InputStream raw) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        builder.setDecodeMonitor(DecodeMonitor.SILENT);
        Message message = builder.parseMessage(raw);
        try {
            var parser = new MailParser();
            parser.visit(message, 0);
            return new MailContent(Optional.ofNullable(parser.text), Optional.ofNullable(parser.html), parser.parts);
        } finally {
            message.dispose();
        }
    }

    private void visit(Entity entity, int depth) throws IOException {
        switch (entity.getBody()) {
            case Multipart multipart
            when depth < DEEPEST -> {
                for (Entity inner : multipart.getBodyParts()) {
                    visit(inner, depth + 1);
                }
            }
            case Message embedded -> addMessage(entity, embedded);
            case SingleBody single -> addSingle(entity, single);
            case null, default -> {
                // A part without content has nothing to show.
            }
        }
    }

    private void addSingle(Entity entity, SingleBody body) throws IOException {
        String mediaType = entity.getMimeType().toLowerCase(Locale.ROOT);
        boolean attachment = "attachment".equalsIgnoreCase(entity.getDispositionType());
        if (!attachment && html == null && mediaType.equals("text/html")) {
            html = decoded(entity, body);
        } else if (!attachment && text == null && mediaType.equals("text/plain")) {
            text = decoded(entity, body);
        } else {
            addPart(entity, mediaType, bytes(body));
        }
    }

    private void addMessage(Entity entity, Message embedded) throws IOException {
        var written = new ByteArrayOutputStream();
        new org.apache.james.mime4j.message.DefaultMessageWriter().writeMessage(embedded, written);
        addPart(entity, "message/rfc822", written.toByteArray());
    }

    private void addPart(Entity entity, String mediaType, byte[] content) {
        parts.add(
                new MailContent.Part(parts.size(), fileName(entity, mediaType), mediaType, contentId(entity), content));
    }

    private static String fileName(Entity entity, String mediaType) {
        @Nullable String claimed = entity.getFilename();
        if (claimed == null
                && entity.getHeader().getField("Content-Type")
                        instanceof org.apache.james.mime4j.dom.field.ContentTypeField type) {
            claimed = type.getParameter("name");
        }
        if (claimed == null) {
            return mediaType.equals("message/rfc822") ? "message.eml" : FileNames.safe("");
        }
        return FileNames.safe(DecoderUtil.decodeEncodedWords(claimed, DecodeMonitor.SILENT));
    }

    private static String contentId(Entity entity) {
        @Nullable Field field = entity.getHeader().getField("Content-ID");
        return field == null ? "" : field.getBody().trim().replaceAll("^<|>$", "");
    }

    private static String decoded(Entity entity, SingleBody body) throws IOException {
        byte[] bytes = bytes(body);
        return new String(bytes, 0, Math.min(bytes.length, LONGEST_BODY), charset(entity));
    }

    private static Charset charset(Entity entity) {
        @Nullable String name = entity.getCharset();
        try {
            return name == null || name.equalsIgnoreCase("us-ascii") ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        try (InputStream content = body.getInputStream()) {
            return content.readAllBytes();
        }
    }
}
