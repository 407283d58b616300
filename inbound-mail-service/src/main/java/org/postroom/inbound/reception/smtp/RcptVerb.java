package org.postroom.inbound.reception.smtp;

import java.util.Map;
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

/**
 * RCPT (RFC 5321, section 4.1.1.3): one recipient, taken or refused. What is asked of delivery reports (RFC 3461) is checked
 * and goes no further.
 */
final class RcptVerb extends Verb {

    private static final Map<String, Parameter> PARAMETERS = Map.of(
            "NOTIFY",
            new Parameter("NEVER|(?:SUCCESS|FAILURE|DELAY)(?:,(?:SUCCESS|FAILURE|DELAY))*", Replies.BAD_NOTIFY),
            "ORCPT",
            new Parameter("(?=.{1,500}$)[A-Za-z0-9-]+;" + Parameter.XTEXT_UTF8, Replies.BAD_ORCPT));

    private final HostPostmaster postmaster;
    private final Directory directory;
    private final CheckChain<Facts.Recipient> checks;
    private final SmtpMetrics metrics;

    RcptVerb(Directory directory, HostPostmaster postmaster, CheckChain<Facts.Recipient> checks, SmtpMetrics metrics) {
        super("RCPT");
        this.postmaster = postmaster;
        this.directory = directory;
        this.checks = checks;
        this.metrics = metrics;
    }

    @Override
    boolean mayBlock() {
        return checks.mayBlock();
    }

    @Override
    Reply answer(InboundSession session, @Nullable String argument) {
        if (!session.isInTransaction()) {
            return Replies.MAIL_FIRST;
        }
        if (session.incoming() != null) {
            return Replies.NO_RECIPIENT_AFTER_CHUNKS;
        }
        Optional<PathArgument> parsed = PathArgument.parse("TO", argument);
        if (parsed.isEmpty()) {
            return Replies.TO_EXPECTED;
        }
        Optional<MailPath> path = postmaster
                .named(parsed.get().path())
                .or(() -> MailPath.parse(parsed.get().path()))
                .filter(read -> !read.isNull());
        if (path.isEmpty()) {
            return Replies.BAD_RECIPIENT;
        }
        return Parameter.fault(parsed.get(), PARAMETERS)
                .orElseGet(() -> path.get().isInternational() && !session.isInternational()
                        ? Replies.NEEDS_SMTPUTF8
                        : decide(session, path.get()));
    }

    private DirectoryAnswer find(MailPath path) {
        return directory.find(path.localPart(), path.domain());
    }

    private Reply decide(InboundSession session, MailPath path) {
        DirectoryAnswer found = find(path);
        if (found instanceof DirectoryAnswer.NotOurDomain && postmaster.isNamedAtHost(path)) {
            return decide(session, postmaster.path());
        }
        Findings findings = checks.ask(new Facts.Recipient(
                session.client(),
                session.presentSender(),
                path.text(),
                found,
                session.recipientCount(),
                session.announcedSize()));
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
