package org.postroom.local.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.DiscardReason;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;

/**
 * What became of the mails that were accepted and of the replies that agents gave, by the log alone. Each event is followed
 * once. Not for several threads.
 */
final class Account {

    private final Map<String, Set<String>> emailsOfMessage = new HashMap<>();
    private final Map<String, String> interactionOfEmail = new HashMap<>();
    private final Map<String, DiscardReason> discarded = new HashMap<>();
    private final Set<String> keptAside = new HashSet<>();
    private final Map<String, Instant> receivedAt = new HashMap<>();
    private final Map<String, Instant> offeredAt = new HashMap<>();
    private final Map<String, Integer> closed = new HashMap<>();
    private final Map<String, Reply> replies = new HashMap<>();

    /**
     * How far a reply has come.
     *
     * @param messageId its Message-ID, without angle brackets; null until it is composed
     * @param sent how often it is told to have been sent
     * @param isUncertain whether nobody knows if it arrived
     */
    record Reply(@Nullable String messageId, int sent, boolean isUncertain) {

        Reply composedAs(String id) {
            return new Reply(id, sent, isUncertain);
        }

        Reply sentAgain() {
            return new Reply(messageId, sent + 1, isUncertain);
        }

        Reply uncertain() {
            return new Reply(messageId, sent, true);
        }
    }

    /** Takes the next event. */
    void follow(SpecificRecord event) {
        switch (event) {
            case EmailReceived email -> received(email);
            case EmailThreaded threaded -> interactionOfEmail.put(threaded.getEmailId(), threaded.getInteractionId());
            case EmailDiscarded mail -> discarded.put(mail.getEmailId(), mail.getReason());
            case EmailKeptAside mail -> keptAside.add(mail.getEmailId());
            case InteractionOffered offered ->
                offeredAt.putIfAbsent(offered.getInteractionId(), offered.getOccurredAt());
            case InteractionClosed ended -> closed.merge(ended.getInteractionId(), 1, Integer::sum);
            case ReplyRequested reply -> replies.putIfAbsent(reply.getReplyId(), new Reply(null, 0, false));
            case ReplyComposed reply ->
                replies.computeIfPresent(reply.getReplyId(), (_, known) -> known.composedAs(reply.getMessageId()));
            case ReplySent reply -> replies.computeIfPresent(reply.getReplyId(), (_, known) -> known.sentAgain());
            case ReplyUncertain reply -> replies.computeIfPresent(reply.getReplyId(), (_, known) -> known.uncertain());
            default -> {
                // other events say nothing about what became of mails
            }
        }
    }

    private void received(EmailReceived email) {
        var message = email.getMessageId();
        if (message != null) {
            emailsOfMessage.computeIfAbsent(message, _ -> new HashSet<>()).add(email.getEmailId());
            receivedAt.putIfAbsent(message, email.getOccurredAt());
        }
    }

    private Set<String> interactions(String messageId) {
        return emailsOfMessage.getOrDefault(messageId, Set.of()).stream()
                .filter(interactionOfEmail::containsKey)
                .map(interactionOfEmail::get)
                .collect(Collectors.toSet());
    }

    /** Whether a mail has ended, in whatever way. */
    boolean hasEnded(String messageId) {
        var interactions = interactions(messageId);
        return interactions.isEmpty()
                ? wasDiscarded(messageId) || wasKeptAside(messageId)
                : interactions.stream().allMatch(closed::containsKey);
    }

    /** A mail that became no work has ended. */
    private boolean wasKeptAside(String messageId) {
        return emailsOfMessage.getOrDefault(messageId, Set.of()).stream().anyMatch(keptAside::contains);
    }

    /** A repeated delivery is no end of the mail that it repeats. */
    private boolean wasDiscarded(String messageId) {
        return emailsOfMessage.getOrDefault(messageId, Set.of()).stream()
                .map(discarded::get)
                .anyMatch(reason -> reason != null && reason != DiscardReason.REPEATED_DELIVERY);
    }

    /**
     * Draws the balance.
     *
     * @param accepted the Message-IDs of the mails that were answered with 250
     * @param copies how many copies of each reply its receiver has, by Message-ID
     */
    Balance balance(Set<String> accepted, Map<String, Integer> copies) {
        var lost = accepted.stream().filter(mail -> !hasEnded(mail)).sorted().toList();
        var doubled = new ArrayList<String>();
        emailsOfMessage.keySet().forEach(message -> {
            int begun = interactions(message).size();
            if (begun > 1) {
                doubled.add("the mail " + message + " began " + begun + " interactions");
            }
        });
        closed.forEach((interaction, times) -> {
            if (times > 1) {
                doubled.add("the interaction " + interaction + " ended " + times + " times");
            }
        });
        int missing = 0;
        for (var reply : replies.values()) {
            int delivered = copies.getOrDefault(reply.messageId(), 0);
            if (delivered > 1 || reply.sent() > 1) {
                doubled.add("the reply " + reply.messageId() + " was sent " + reply.sent() + " times and arrived "
                        + delivered + " times");
            }
            missing += reply.sent() > 0 && delivered == 0 ? 1 : 0;
        }
        long sent = replies.values().stream().filter(reply -> reply.sent() > 0).count();
        long uncertain = replies.values().stream().filter(Reply::isUncertain).count();
        return new Balance(accepted.size(), replies.size(), sent, uncertain, lost, doubled, missing);
    }

    /** How long each mail took from its acceptance until an agent was first offered it, the quickest first. */
    List<Duration> untilOffered() {
        var took = new ArrayList<Duration>();
        receivedAt.forEach((message, received) -> interactions(message).stream()
                .map(offeredAt::get)
                .filter(Objects::nonNull)
                .forEach(offered -> took.add(Duration.between(received, offered))));
        took.sort(null);
        return took;
    }
}
