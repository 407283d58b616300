package org.postroom.inbound.reception.smtp;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.CheckChain;
import org.postroom.inbound.reception.EnvelopeSender;
import org.postroom.inbound.reception.Facts;
import org.postroom.inbound.reception.Findings;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Reply;

/**
 * MAIL (RFC 5321, section 4.1.1.2) with SIZE (RFC 1870), BODY (RFC 6152) and SMTPUTF8 (RFC 6531): a transaction begins. What
 * is asked of delivery reports (RFC 3461) is checked and goes no further, since a mail that is taken has arrived.
 */
final class MailVerb extends Verb {

    private static final Map<String, Parameter> PARAMETERS = Map.of(
            "SIZE", new Parameter("\\d{1,18}", Replies.BAD_SIZE),
            "BODY", new Parameter("7BIT|8BITMIME", Replies.BAD_BODY),
            "SMTPUTF8", new Parameter("", Replies.BAD_SMTPUTF8),
            "RET", new Parameter("FULL|HDRS", Replies.BAD_RET),
            "ENVID", new Parameter("(?=.{1,100}$)" + Parameter.XTEXT, Replies.BAD_ENVID));

    private final CheckChain<Facts.Sender> checks;

    MailVerb(CheckChain<Facts.Sender> checks) {
        super("MAIL");
        this.checks = checks;
    }

    @Override
    boolean mayBlock() {
        return checks.mayBlock();
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        if (!session.isGreeted()) {
            return Replies.GREETING_FIRST;
        }
        if (session.isInTransaction()) {
            return Replies.NESTED_MAIL;
        }
        return PathArgument.parse("FROM", argument)
                .map(parsed -> begin(session, parsed))
                .orElse(Replies.FROM_EXPECTED);
    }

    private Reply begin(InboundSession session, PathArgument argument) {
        Optional<MailPath> path = MailPath.parse(argument.path());
        if (path.isEmpty()) {
            return Replies.BAD_SENDER;
        }
        boolean international = argument.parameters().containsKey("SMTPUTF8");
        if (path.get().isInternational() && !international) {
            return Replies.NEEDS_SMTPUTF8;
        }
        return Parameter.fault(argument, PARAMETERS).orElseGet(() -> {
            var sender = new EnvelopeSender(path.get().text());
            long size = size(argument.parameters());
            Findings findings = checks.ask(new Facts.Sender(session.client(), sender, size));
            return findings.refusal().map(Refusal::reply).orElseGet(() -> {
                session.begin(sender, international, size, findings.marks());
                return Replies.SENDER_OK;
            });
        });
    }

    private static long size(Map<String, String> parameters) {
        return Long.parseLong(parameters.getOrDefault("SIZE", "0"));
    }
}
