package org.postroom.inbound.reception.smtp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.directory.DirectoryAnswer;
import org.postroom.inbound.reception.AcceptedRecipient;
import org.postroom.inbound.reception.CheckChain;
import org.postroom.inbound.reception.Facts;
import org.postroom.inbound.reception.Findings;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Reply;

/** RCPT (RFC 5321, section 4.1.1.3): one recipient, taken or refused. */
final class RcptVerb extends Verb {

    private final Directory directory;
    private final CheckChain<Facts.Recipient> checks;
    private final SmtpMetrics metrics;

    RcptVerb(Directory directory, CheckChain<Facts.Recipient> checks, SmtpMetrics metrics) {
        super("RCPT");
        this.directory = directory;
        this.checks = checks;
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
        Findings findings = checks.ask(new Facts.Recipient(
                session.client(), session.presentSender(), path.text(), found, session.recipientCount()));
        Optional<Refusal> refusal = findings.refusal();
        if (refusal.isEmpty() && found instanceof DirectoryAnswer.Receives receives) {
            session.add(
                    new AcceptedRecipient(
                            receives.organisationId(),
                            receives.addressId(),
                            path.text(),
                            receives.redirect(),
                            receives.byRedirect()),
                    findings.marks());
            metrics.recipientAccepted();
            return Replies.RECIPIENT_OK;
        }
        // Nobody is taken whom the directory does not name, whatever checks are registered.
        Refusal why = refusal.orElse(Refusal.UNFORESEEN);
        metrics.recipientRefused(why);
        return why.reply();
    }
}
