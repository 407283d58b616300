package org.postroom.outbound.compose.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.compose.MailReader;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.springframework.stereotype.Component;

/** Reads the first plain text and the first HTML that are not attachments, whatever the nesting. */
@Component
@InStage(Stage.COMPOSE)
class Mime4jReader implements MailReader {

    private static final MimeConfig LENIENT = MimeConfig.PERMISSIVE;

    @Override
    public Bodies read(InputStream raw) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(LENIENT);
        try {
            return bodies(builder.parseMessage(raw));
        } catch (IllegalArgumentException | IllegalStateException malformed) {
            return Bodies.NONE;
        }
    }

    private static Bodies bodies(Message message) throws IOException {
        @Nullable String text = null;
        @Nullable String html = null;
        Deque<Entity> entities = new ArrayDeque<>();
        entities.add(message);
        while (!entities.isEmpty()) {
            Entity entity = entities.pop();
            if (entity.getBody() instanceof Multipart multipart) {
                multipart.getBodyParts().reversed().forEach(entities::push);
            } else if (entity.getBody() instanceof TextBody body
                    && !"attachment".equalsIgnoreCase(entity.getDispositionType())) {
                if (text == null && "text/plain".equalsIgnoreCase(entity.getMimeType())) {
                    text = content(entity, body);
                } else if (html == null && "text/html".equalsIgnoreCase(entity.getMimeType())) {
                    html = content(entity, body);
                }
            }
        }
        return new Bodies(text == null ? "" : text, html);
    }

    private static String content(Entity entity, TextBody body) throws IOException {
        try (Reader reader = new InputStreamReader(body.getInputStream(), charset(entity))) {
            var content = new StringWriter();
            reader.transferTo(content);
            return content.toString();
        }
    }

    private static Charset charset(Entity entity) {
        @Nullable String name = entity.getCharset();
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
