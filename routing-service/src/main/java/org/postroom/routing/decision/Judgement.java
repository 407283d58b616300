package org.postroom.routing.decision;

import java.time.Instant;
import java.util.List;
import org.postroom.flow.fact.MailFacts;
import org.postroom.routing.directory.EmailAddress;

/**
 * What reception found out about a mail.
 *
 * @param author who or what wrote it
 * @param spam true where the scan took it for spam
 * @param virus true where the scan found a virus
 */
public record Judgement(Author author, boolean spam, boolean virus) {

    /** A mail of a person, with nothing found. */
    public static final Judgement PERSONAL = new Judgement(Author.PERSON, false, false);

    /** What a flow may look at where no more is known of a mail. */
    public MailFacts factsOf(EmailAddress writer, String subject) {
        return new MailFacts(
                new MailFacts.Sender(writer.folded(), ""),
                List.of(),
                List.of(),
                List.of(),
                subject,
                0,
                List.of(),
                author != Author.PERSON,
                spam,
                "none",
                Instant.EPOCH,
                false);
    }

    /** Who or what wrote a mail. */
    public enum Author {
        /** Nothing says that it was a machine. */
        PERSON,
        /** A machine (RFC 3834): an out-of-office notice, a confirmation, a list. */
        MACHINE,
        /** A mail server that tells what became of a mail of ours (RFC 3464). */
        DELIVERY_REPORT,
        /** A provider that tells of a complaint (RFC 5965). */
        FEEDBACK_REPORT,
        /** We ourselves: a mail of ours came back. */
        OURSELVES
    }
}
