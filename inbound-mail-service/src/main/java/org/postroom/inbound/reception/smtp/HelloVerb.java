package org.postroom.inbound.reception.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.Reply;

/** EHLO and HELO (RFC 5321, section 4.1.1.1): the client names itself and learns what we can do. */
final class HelloVerb extends Verb {

    private final SmtpSettings settings;

    HelloVerb(SmtpSettings settings) {
        super("EHLO", "HELO");
        this.settings = settings;
    }

    @Override
    public Response onCommand(InboundSession session, Request request) {
        boolean extended = request.getCommand().toUpperCase(Locale.ROOT).equals("EHLO");
        @Nullable String name = request.getArgument();
        if (name == null || name.isBlank()) {
            return Replies.response(Replies.NAME_EXPECTED);
        }
        session.greetedBy(name.strip(), extended);
        SMTPResponse response = Replies.response(answer(session, name));
        if (extended) {
            extensions(session).forEach(response::appendLine);
        }
        return response;
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        return new Reply(250, "", settings.announcedName());
    }

    private List<String> extensions(InboundSession session) {
        List<String> extensions = new ArrayList<>(List.of(
                "PIPELINING",
                "SIZE " + settings.maximumMessageSize().toBytes(),
                "8BITMIME",
                "SMTPUTF8",
                "ENHANCEDSTATUSCODES"));
        if (session.isStartTLSSupported() && !session.isTLSStarted()) {
            extensions.add("STARTTLS");
        }
        return extensions;
    }
}
