package org.postroom.inbound.reception.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.CheckChain;
import org.postroom.inbound.reception.Facts;
import org.postroom.inbound.reception.Findings;
import org.postroom.inbound.reception.Reply;

/** EHLO and HELO (RFC 5321, section 4.1.1.1): the client names itself and learns what we can do. */
final class HelloVerb extends Verb {

    /** Many a client has no proper name, and may say so; what no name can have is not let in. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    private final CheckChain<Facts.Greeting> checks;
    private final SmtpSettings settings;

    HelloVerb(CheckChain<Facts.Greeting> checks, SmtpSettings settings) {
        super("EHLO", "HELO");
        this.checks = checks;
        this.settings = settings;
    }

    @Override
    boolean mayBlock() {
        return checks.mayBlock();
    }

    @Override
    public Response onCommand(InboundSession session, Request request) {
        boolean extended = request.getCommand().toUpperCase(Locale.ROOT).equals("EHLO");
        @Nullable String name = request.getArgument();
        if (name == null || !NAME.matcher(name.strip()).matches()) {
            return Replies.response(Replies.NAME_EXPECTED);
        }
        String named = name.strip();
        Findings findings = checks.ask(new Facts.Greeting(session.clientNamed(named, extended)));
        if (findings.refusal().isPresent()) {
            return Replies.response(findings.refusal().get().reply());
        }
        session.greetedBy(named, extended, findings.marks());
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
                "CHUNKING",
                "ENHANCEDSTATUSCODES"));
        if (session.isStartTLSSupported() && !session.isTLSStarted()) {
            extensions.add("STARTTLS");
        }
        return extensions;
    }
}
