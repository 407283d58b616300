package org.postroom.inbound.reception.smtp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.directory.DirectoryAnswer;
import org.postroom.inbound.reception.RecipientDecision;
import org.postroom.inbound.reception.RecipientRule;
import org.postroom.inbound.reception.Reply;

/** RCPT (RFC 5321, section 4.1.1.3): one recipient, taken or refused. */
final class RcptVerb extends Verb {

    private final Directory directory;
    private final RecipientRule rule;
    private final SmtpMetrics metrics;

    RcptVerb(Directory directory, RecipientRule rule, SmtpMetrics metrics) {
        super("RCPT");
        this.directory = directory;
        this.rule = rule;
        this.metrics = metrics;
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        if (!session.isInTransaction()) {
            return Replies.MAIL_FIRST;
        }
        Optional<PathArgument> parsed = PathArgument.parse("TO", argument);
        if (parsed.isEmpty()) {
            return Replies.TO_EXPECTED;
        }
        Optional<MailPath> path = MailPath.parse(parsed.get().path()).filter(read -> !read.isNull());
        if (path.isEmpty()) {
            return Replies.BAD_RECIPIENT;
        }
        if (!parsed.get().parameters().isEmpty()) {
            return Replies.UNKNOWN_PARAMETER;
        }
        return path.get().isInternational() && !session.isInternational()
                ? Replies.NEEDS_SMTPUTF8
                : decide(session, path.get());
    }

    private Reply decide(InboundSession session, MailPath path) {
        DirectoryAnswer found = directory.find(path.localPart(), path.domain());
        return switch (rule.decide(found, path.text(), session.recipientCount())) {
            case RecipientDecision.Accepted accepted -> {
                session.add(accepted.recipient());
                metrics.recipientAccepted();
                yield Replies.RECIPIENT_OK;
            }
            case RecipientDecision.Refused refused -> {
                metrics.recipientRefused(refused.refusal());
                yield refused.refusal().reply();
            }
        };
    }
}
