package org.postroom.inbound.reception;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroom.inbound.message.MessageFacts;
import org.postroom.inbound.scan.BuiltInVerdict;
import org.postroom.inbound.scan.Scan;
import org.postroom.mail.LoopMark;
import org.postroom.mail.ThreadTokens;
import org.postroom.runtime.message.StoredMessage;

/**
 * A mail that is stored for one organisation and becomes ours once the log has it.
 *
 * @param organisationId the organisation
 * @param emailId the same for a repeated transaction
 * @param envelope the transaction, with the recipients of every organisation
 * @param recipients the organisation's own recipients, at least one
 * @param facts what the message says about itself
 * @param findings what the checks of the content have found out about it
 * @param stored where the raw message is
 * @param receivedAt when its content was complete
 */
public record ReceivedMail(
        String organisationId,
        String emailId,
        Envelope envelope,
        List<AcceptedRecipient> recipients,
        MessageFacts facts,
        List<Finding> findings,
        StoredMessage stored,
        Instant receivedAt) {

    /** Copies the lists. */
    public ReceivedMail {
        recipients = List.copyOf(recipients);
        findings = List.copyOf(findings);
    }

    /** The finding of one kind; empty where there is none. */
    public <F extends Finding> Optional<F> finding(Class<F> kind) {
        return findings.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** What was found of spam: what an engine takes for it is; what none does may still be disowned by its author's domain. */
    public Optional<Scan> spam() {
        Optional<Scan> scan = finding(SpamFinding.class).map(SpamFinding::scan);
        boolean found = scan.filter(one -> one.outcome() == Scan.Outcome.SPAM).isPresent();
        return !found && isDisowned() ? Optional.of(BuiltInVerdict.DISOWNED) : scan;
    }

    private boolean isDisowned() {
        return finding(AuthenticityFinding.class)
                .filter(finding -> finding.meaningFor(organisationId).spam())
                .isPresent();
    }

    /**
     * The conversation that a genuine token in it names: in an address of its envelope, else in the identifiers of what it
     * answers, the newest first; empty where there is none.
     */
    public Optional<String> threadConversation(ThreadTokens tokens) {
        Stream<String> inAddresses = recipients.stream()
                .flatMap(recipient -> Stream.ofNullable(ThreadTokens.inLocalPart(localPart(recipient.address()))));
        Stream<String> inIdentifiers = Stream.concat(facts.references().reversed().stream(), facts.inReplyTo().stream())
                .flatMap(identifier -> Stream.ofNullable(ThreadTokens.inMessageId(identifier)));
        return Stream.concat(inAddresses, inIdentifiers)
                .flatMap(token -> tokens.conversation(organisationId, token).stream())
                .findFirst();
    }

    private static String localPart(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    /** True where it is a mail that the organisation itself sent, and that came back. */
    public boolean isOurOwn() {
        return facts.ownMarks().stream().anyMatch(mark -> LoopMark.isOf(organisationId, mark));
    }
}
