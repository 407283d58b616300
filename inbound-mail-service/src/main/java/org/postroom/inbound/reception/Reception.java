package org.postroom.inbound.reception;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
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
    private final ReceivedMailLog log;
    private final RedirectLog redirects;
    private final Clock clock;
    private final String hostName;
    private final ReceptionLimits limits;
    private final MessageReader reader = new MessageReader();

    /**
     * Makes a reception.
     *
     * @param store where raw messages are kept
     * @param log where accepted mail is told
     * @param redirects where redirects that work are told
     * @param clock the time for the Received field and the event
     * @param hostName our own name, for the Received field
     * @param limits what a message may be
     */
    public Reception(
            MessageStore store,
            ReceivedMailLog log,
            RedirectLog redirects,
            Clock clock,
            String hostName,
            ReceptionLimits limits) {
        this.store = store;
        this.log = log;
        this.redirects = redirects;
        this.clock = clock;
        this.hostName = hostName;
        this.limits = limits;
    }

    /**
     * Begins to take a message.
     *
     * @throws IOException where the store cannot take it now
     */
    public IncomingMail begin(Envelope envelope) throws IOException {
        byte[] received = ReceivedField.of(hostName, envelope, clock.instant());
        return new IncomingMail(envelope, Copies.begin(store, envelope, received), limits, this::accept);
    }

    private ReceptionOutcome accept(IncomingMail mail) {
        Map<String, StoredMessage> stored;
        MessageFacts facts;
        try {
            stored = mail.copies().commit();
            facts = read(mail, stored);
        } catch (IOException broken) {
            return refused(Refusal.STORE_UNAVAILABLE, mail, broken);
        }
        List<ReceivedMail> received = describe(mail, stored, facts);
        try {
            List<CompletableFuture<?>> appended = new ArrayList<>();
            received.forEach(one -> {
                appended.add(log.append(one));
                ProvenRedirects.of(one.recipients(), facts)
                        .forEach(proven ->
                                appended.add(redirects.append(one.organisationId(), proven, one.receivedAt())));
            });
            appended.forEach(CompletableFuture::join);
        } catch (CompletionException unacknowledged) {
            return refused(Refusal.LOG_UNAVAILABLE, mail, unacknowledged);
        }
        return new ReceptionOutcome.Accepted(
                received.stream().map(ReceivedMail::emailId).toList());
    }

    private MessageFacts read(IncomingMail mail, Map<String, StoredMessage> stored) throws IOException {
        boolean nullSender = mail.envelope().sender().isNull();
        MessageFacts facts;
        try (InputStream content = content(mail, stored)) {
            facts = reader.read(content, nullSender);
        }
        return mail.hasBareLineEnds()
                ? facts.withWarning("The message has line ends other than CR LF, which SMTP forbids.")
                : facts;
    }

    private InputStream content(IncomingMail mail, Map<String, StoredMessage> stored) throws IOException {
        @Nullable InputStream inMemory = mail.inMemory().orElse(null);
        if (inMemory != null) {
            return inMemory;
        }
        Map.Entry<String, StoredMessage> any = stored.entrySet().iterator().next();
        return store.open(any.getKey(), any.getValue().key());
    }

    private List<ReceivedMail> describe(IncomingMail mail, Map<String, StoredMessage> stored, MessageFacts facts) {
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
