package org.postroom.inbound.reception.smtp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.EnvelopeSender;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Reply;

/** MAIL (RFC 5321, section 4.1.1.2) with SIZE (RFC 1870), BODY (RFC 6152) and SMTPUTF8 (RFC 6531): a transaction begins. */
final class MailVerb extends Verb {

    private static final Set<String> PARAMETERS = Set.of("SIZE", "BODY", "SMTPUTF8");
    private static final Set<String> BODIES = Set.of("7BIT", "8BITMIME");

    private final long maximumSize;

    MailVerb(SmtpSettings settings) {
        super("MAIL");
        this.maximumSize = settings.maximumMessageSize().toBytes();
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
        return refusedParameter(argument.parameters()).orElseGet(() -> {
            session.begin(new EnvelopeSender(path.get().text()), international);
            return Replies.SENDER_OK;
        });
    }

    private Optional<Reply> refusedParameter(Map<String, String> parameters) {
        if (!PARAMETERS.containsAll(parameters.keySet())) {
            return Optional.of(Replies.UNKNOWN_PARAMETER);
        }
        if (!BODIES.contains(parameters.getOrDefault("BODY", "7BIT").toUpperCase(java.util.Locale.ROOT))) {
            return Optional.of(Replies.BAD_BODY);
        }
        String size = parameters.getOrDefault("SIZE", "0");
        if (!size.matches("\\d{1,18}")) {
            return Optional.of(Replies.BAD_SIZE);
        }
        return Long.parseLong(size) > maximumSize ? Optional.of(Refusal.MESSAGE_TOO_LARGE.reply()) : Optional.empty();
    }
}
