package org.postroom.outbound.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.ThreadTokens;
import org.postroom.mail.reading.MailReader;
import org.postroom.outbound.conversation.ConversationMail;
import org.postroom.outbound.conversation.Conversations;
import org.postroom.outbound.conversation.Interaction;
import org.postroom.outbound.directory.Directory;
import org.postroom.outbound.directory.SenderAddress;
import org.postroom.outbound.directory.SenderAddress.SignatureRule;
import org.postroom.outbound.directory.Signature;
import org.postroom.outbound.organisation.Organisations;
import org.postroom.outbound.reply.ContentStore;
import org.postroom.outbound.reply.RequestedReply;
import org.postroom.outbound.signature.ChooseSignature;
import org.postroom.outbound.waiting.Progress;
import org.postroom.outbound.waiting.Work;
import org.postroom.runtime.id.OrganisationId;

/** Gathers what a reply is composed from, has it composed and stored, and says so. */
public final class ComposeReply implements Work<RequestedReply> {

    private final Conversations conversations;
    private final Directory directory;
    private final Organisations organisations;
    private final ChooseSignature signatures;
    private final ContentStore contents;
    private final MailArchive archive;
    private final MailReader reader;
    private final MailWriter writer;
    private final ComposedReplies composed;
    private final CompositionPublisher publisher;
    private final ThreadTokens tokens;
    private final Duration patience;
    private final Clock clock;

    /**
     * Takes what composing works with.
     *
     * @param tokens what proves that an answer belongs to a conversation
     * @param patience how long to wait for what a reply depends on
     */
    public ComposeReply(
            Conversations conversations,
            Directory directory,
            Organisations organisations,
            ContentStore contents,
            MailArchive archive,
            MailReader reader,
            MailWriter writer,
            ComposedReplies composed,
            CompositionPublisher publisher,
            ThreadTokens tokens,
            Duration patience,
            Clock clock) {
        this.conversations = conversations;
        this.directory = directory;
        this.organisations = organisations;
        this.signatures = new ChooseSignature(directory, organisations);
        this.contents = contents;
        this.archive = archive;
        this.reader = reader;
        this.writer = writer;
        this.composed = composed;
        this.publisher = publisher;
        this.tokens = tokens;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Composes a reply unless that was done before.
     *
     * <p>What the reply depends on comes by other topics. Where it is not here in time, it will not come: the reply is
     * refused.
     */
    @Override
    public Progress advance(RequestedReply reply, Instant since) {
        if (organisations.removed(reply.organisationId())) {
            return new Progress.Settled();
        }
        Instant now = clock.instant();
        boolean patient = now.isBefore(since.plus(patience));
        Optional<Interaction> interaction = conversations.interaction(reply.organisationId(), reply.interactionId());
        Optional<SenderAddress> sender = directory.address(reply.organisationId(), reply.addressId());
        if (interaction.isEmpty() || sender.isEmpty()) {
            String missing = interaction.isEmpty()
                    ? "expected the interaction that the reply answers, but it is not known"
                    : "expected the address that the reply is sent from, but it is not configured";
            return patient
                    ? new Progress.Expecting(missing)
                    : end(reply, () -> publisher.refused(reply, new Composition.Refused("5.3.5", missing), now));
        }
        String conversationId = interaction.get().conversationId();
        List<ConversationMail> mails = conversations.mails(reply.organisationId(), conversationId);
        boolean complete = mails.stream()
                .anyMatch(mail -> mail.id().equals(interaction.get().emailId()));
        if (!complete && patient) {
            return new Progress.Expecting("expected the mail that the reply answers, but it is not known yet");
        }
        return end(reply, () -> compose(reply, sender.get(), interaction.get(), mails, now));
    }

    private Progress end(RequestedReply reply, Runnable ending) {
        if (composed.claim(reply.organisationId(), reply.replyId())) {
            ending.run();
        }
        return new Progress.Settled();
    }

    private void compose(
            RequestedReply reply,
            SenderAddress sender,
            Interaction interaction,
            List<ConversationMail> mails,
            Instant now) {
        switch (Composer.compose(material(reply, sender, interaction, mails), now)) {
            case Composition.Refused refusal -> publisher.refused(reply, refusal, now);
            case Composition.Composed(Letter letter) -> store(reply, interaction.conversationId(), letter, now);
        }
    }

    private void store(RequestedReply reply, String conversationId, Letter letter, Instant now) {
        try {
            var stored = archive.store(reply.organisationId(), writer.write(letter));
            publisher.composed(reply, conversationId, letter, stored, now);
        } catch (IOException unreachable) {
            throw new UncheckedIOException("expected the message store to take the composed mail", unreachable);
        }
    }

    private Material material(
            RequestedReply reply, SenderAddress sender, Interaction interaction, List<ConversationMail> mails) {
        OrganisationId organisationId = reply.organisationId();
        @Nullable
        Signature signature = signatures
                .due(organisationId, sender, interaction, mails, SignatureRule.Placement.UNSEEN)
                .orElse(null);
        boolean withHistory = Composer.wantsHistory(sender, reply.includeHistory());
        return new Material(
                reply,
                contents.read(organisationId, reply.content().key()),
                sender,
                signature,
                signatures.values(organisationId, reply.agentId(), sender, interaction),
                mails,
                withHistory ? quotables(organisationId, mails) : List.of(),
                tokens.of(organisationId.value(), interaction.conversationId()).orElse(null));
    }

    private List<Quotable> quotables(OrganisationId organisationId, List<ConversationMail> mails) {
        List<Quotable> quotables = new ArrayList<>();
        boolean complete = false;
        for (ConversationMail mail : mails.reversed()) {
            if (!complete && quotables.size() < History.MOST_MAILS) {
                Quotable quotable = quotable(organisationId, mail);
                quotables.add(quotable);
                complete = quotable.quotesAnother();
            }
        }
        return quotables;
    }

    private Quotable quotable(OrganisationId organisationId, ConversationMail mail) {
        try (InputStream raw = archive.open(organisationId, mail.key())) {
            String name = mail.authorName();
            return Quotable.of(name == null ? mail.authorAddress() : name, mail.at(), reader.read(raw));
        } catch (IOException unreachable) {
            throw new UncheckedIOException("expected the message store to have the mail to be quoted", unreachable);
        }
    }
}
