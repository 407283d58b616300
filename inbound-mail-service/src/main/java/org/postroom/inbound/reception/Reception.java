package org.postroom.inbound.reception;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.postroom.inbound.message.MessageFacts;
import org.postroom.inbound.message.MessageReader;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.message.StoredMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mail in. A mail is accepted once each organisation's copy is durable and the log has acknowledged each
 * organisation's event; where any of that fails the client keeps the mail and sends it again, and what the log already
 * has is recognised then by its email id.
 */
public final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final MessageStore store;
    private final ReceivedMailPublisher mails;
    private final RedirectPublisher redirects;
    private final Clock clock;
    private final String hostName;
    private final CheckChain<Facts.Content> checks;
    private final ContentLimits limits;
    private final MemoryBudget memory;
    private final MessageReader reader = new MessageReader();

    /**
     * Makes a reception.
     *
     * @param store where raw messages are kept
     * @param mails where accepted mail is told
     * @param redirects where redirects that work are told
     * @param clock the time for the Received field and the event
     * @param hostName our own name, for the Received field
     * @param checks what is asked of complete messages
     * @param limits how much a message may be
     * @param memory what mails may take of it while they come in
     */
    public Reception(
            MessageStore store,
            ReceivedMailPublisher mails,
            RedirectPublisher redirects,
            Clock clock,
            String hostName,
            CheckChain<Facts.Content> checks,
            ContentLimits limits,
            MemoryBudget memory) {
        this.store = store;
        this.mails = mails;
        this.redirects = redirects;
        this.clock = clock;
        this.hostName = hostName;
        this.checks = checks;
        this.limits = limits;
        this.memory = memory;
    }

    /**
     * Begins to take a message; waits a little where many are coming in already.
     *
     * @return the message; empty where too many are coming in
     * @throws IOException where the store cannot take it now
     */
    public Optional<IncomingMail> begin(Envelope envelope) throws IOException {
        byte[] received = ReceivedField.of(hostName, envelope, clock.instant());
        Optional<MemoryBudget.Share> place = memory.open(
                envelope.client().address(), envelope.organisations().count());
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            Copies copies = Copies.begin(store, envelope, received);
            return Optional.of(new IncomingMail(envelope, copies, limits, place.get()));
        } catch (IOException | RuntimeException refused) {
            place.get().close();
            throw refused;
        }
    }

    /**
     * Takes a message whose content is complete: makes it durable and puts it on the log, or says why not. Blocks until
     * that is known.
     */
    public ReceptionOutcome accept(IncomingMail mail) {
        mail.complete();
        if (mail.refusal().isPresent()) {
            return new ReceptionOutcome.Refused(mail.refusal().get());
        }
        Facts.Content content = mail.facts();
        Findings findings = checks.ask(content);
        return findings.refusal()
                .<ReceptionOutcome>map(ReceptionOutcome.Refused::new)
                .orElseGet(() -> keep(mail, content, findings));
    }

    private ReceptionOutcome keep(IncomingMail mail, Facts.Content content, Findings findings) {
        Map<String, StoredMessage> stored;
        MessageFacts facts;
        try {
            stored = mail.copies().commit();
            facts = marked(read(mail, content, stored), mail, findings.marks());
        } catch (IOException broken) {
            return refused(Refusal.STORE_UNAVAILABLE, mail, broken);
        }
        List<ReceivedMail> received = describe(mail, stored, facts, findings.found());
        try {
            List<CompletableFuture<?>> published = new ArrayList<>();
            received.forEach(one -> {
                published.add(mails.publish(one));
                ProvenRedirects.of(one.recipients(), facts)
                        .forEach(proven ->
                                published.add(redirects.publish(one.organisationId(), proven, one.receivedAt())));
            });
            published.forEach(CompletableFuture::join);
        } catch (CompletionException unacknowledged) {
            return refused(Refusal.LOG_UNAVAILABLE, mail, unacknowledged);
        }
        return new ReceptionOutcome.Accepted(
                received.stream().map(ReceivedMail::emailId).toList());
    }

    private MessageFacts read(IncomingMail mail, Facts.Content content, Map<String, StoredMessage> stored)
            throws IOException {
        boolean nullSender = mail.envelope().sender().isNull();
        try (InputStream raw = raw(content, stored)) {
            return reader.read(raw, nullSender);
        }
    }

    private static MessageFacts marked(MessageFacts facts, IncomingMail mail, List<String> marks) {
        MessageFacts marked = mail.hasBareLineEnds()
                ? facts.withWarning("The message has line ends other than CR LF, which SMTP forbids.")
                : facts;
        for (String mark : mail.envelope().marks()) {
            marked = marked.withWarning(mark);
        }
        for (String mark : marks) {
            marked = marked.withWarning(mark);
        }
        return marked;
    }

    private InputStream raw(Facts.Content content, Map<String, StoredMessage> stored) throws IOException {
        if (content.beginning().size() == content.size()) {
            return content.beginning().open();
        }
        Map.Entry<String, StoredMessage> any = stored.entrySet().iterator().next();
        return store.open(any.getKey(), any.getValue().key());
    }

    private List<ReceivedMail> describe(
            IncomingMail mail, Map<String, StoredMessage> stored, MessageFacts facts, List<Finding> findings) {
        Instant now = clock.instant();
        Envelope envelope = mail.envelope();
        String digest = mail.contentSha256();
        return stored.entrySet().stream()
                .map(copy -> new ReceivedMail(
                        copy.getKey(),
                        EmailId.of(copy.getKey(), envelope, facts, digest),
                        envelope,
                        envelope.recipientsOf(copy.getKey()),
                        facts,
                        findings,
                        copy.getValue(),
                        now))
                .toList();
    }

    private static ReceptionOutcome refused(Refusal refusal, IncomingMail mail, Exception cause) {
        LOG.atWarn()
                .addKeyValue("transactionId", mail.envelope().transactionId())
                .addKeyValue("reason", refusal.reason())
                .setCause(cause)
                .log("A mail was left with its sender");
        return new ReceptionOutcome.Refused(refusal);
    }
}
