package org.postroom.inbound.reception.smtp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.CheckChain;
import org.postroom.inbound.reception.EnvelopeSender;
import org.postroom.inbound.reception.Facts;
import org.postroom.inbound.reception.Findings;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Reply;

/** MAIL (RFC 5321, section 4.1.1.2) with SIZE (RFC 1870), BODY (RFC 6152) and SMTPUTF8 (RFC 6531): a transaction begins. */
final class MailVerb extends Verb {

    private static final Set<String> PARAMETERS = Set.of("SIZE", "BODY", "SMTPUTF8");
    private static final Set<String> BODIES = Set.of("7BIT", "8BITMIME");

    private final CheckChain<Facts.Sender> checks;

    MailVerb(CheckChain<Facts.Sender> checks) {
        super("MAIL");
        this.checks = checks;
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
        return malformed(argument.parameters()).orElseGet(() -> {
            var sender = new EnvelopeSender(path.get().text());
            Findings findings = checks.ask(new Facts.Sender(session.client(), sender, size(argument.parameters())));
            return findings.refusal().map(Refusal::reply).orElseGet(() -> {
                session.begin(sender, international, findings.marks());
                return Replies.SENDER_OK;
            });
        });
    }

    private static long size(Map<String, String> parameters) {
        return Long.parseLong(parameters.getOrDefault("SIZE", "0"));
    }

    private static Optional<Reply> malformed(Map<String, String> parameters) {
        if (!PARAMETERS.containsAll(parameters.keySet())) {
            return Optional.of(Replies.UNKNOWN_PARAMETER);
        }
        if (!BODIES.contains(parameters.getOrDefault("BODY", "7BIT").toUpperCase(java.util.Locale.ROOT))) {
            return Optional.of(Replies.BAD_BODY);
        }
        String size = parameters.getOrDefault("SIZE", "0");
        return size.matches("\\d{1,18}") ? Optional.empty() : Optional.of(Replies.BAD_SIZE);
    }
}
