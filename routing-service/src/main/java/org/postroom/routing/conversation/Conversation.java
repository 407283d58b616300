package org.postroom.routing.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.SubjectId;

/**
 * What a customer and the organisation wrote to each other about one matter.
 *
 * @param participants the addresses on the customer's side seen so far
 * @param messageIds the Message-IDs of its mails in both directions, oldest first, at most the newest
 *     {@value #MESSAGE_IDS_KEPT}
 * @param openInteraction the interaction that a further mail joins first; null where none is open
 * @param lastActivity when a mail was last added, or its interaction closed
 * @param alsoOpen its other interactions that have not reached their end; empty where there is one at most
 * @param subjects what its mails are about, oldest first, at most the newest {@value #SUBJECTS_KEPT}
 * @param lastAgent the agent who accepted an interaction of it last; null where nobody did, or where that is not known
 * @param mails the customer's mails in it, oldest first, at most the newest {@value #MAILS_KEPT}; none of before they were kept
 * @param mergedInto the conversation that it was merged into, for as long as that is not undone; null where it stands by itself
 */
public record Conversation(
        ConversationId conversationId,
        Set<EmailAddress> participants,
        List<MessageId> messageIds,
        @Nullable InteractionId openInteraction,
        Instant lastActivity,
        List<InteractionId> alsoOpen,
        List<SubjectId> subjects,
        @Nullable AgentId lastAgent,
        List<PlacedMail> mails,
        @Nullable ConversationId mergedInto) {

    /** How many Message-IDs a conversation is recognised by. */
    public static final int MESSAGE_IDS_KEPT = 200;

    /** How many subjects a conversation is recognised by. */
    public static final int SUBJECTS_KEPT = 8;

    /** How many of its mails can be moved elsewhere. */
    public static final int MAILS_KEPT = 50;

    /** Copies the collections. */
    public Conversation {
        participants = Set.copyOf(participants);
        messageIds = List.copyOf(messageIds);
        alsoOpen = List.copyOf(alsoOpen);
        subjects = List.copyOf(subjects);
        mails = List.copyOf(mails);
    }

    /** A conversation with one interaction at most, of which neither subjects nor agents are known. */
    public Conversation(
            ConversationId conversationId,
            Set<EmailAddress> participants,
            List<MessageId> messageIds,
            @Nullable InteractionId openInteraction,
            Instant lastActivity) {
        this(
                conversationId,
                participants,
                messageIds,
                openInteraction,
                lastActivity,
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
    }

    /** A conversation nobody has written in yet. */
    public static Conversation begin(ConversationId conversationId, Instant now) {
        return new Conversation(conversationId, Set.of(), List.of(), null, now);
    }

    /** Adds a mail and the people it brings in. */
    public Conversation withMail(@Nullable MessageId messageId, Collection<EmailAddress> people, Instant now) {
        return new Conversation(
                conversationId,
                union(participants, people),
                appended(messageIds, messageId, MESSAGE_IDS_KEPT),
                openInteraction,
                now,
                alsoOpen,
                subjects,
                lastAgent,
                mails,
                mergedInto);
    }

    /** Adds what a mail is about; null where it says nothing. */
    public Conversation withSubject(@Nullable SubjectId subject) {
        return new Conversation(
                conversationId,
                participants,
                messageIds,
                openInteraction,
                lastActivity,
                alsoOpen,
                appended(subjects, subject, SUBJECTS_KEPT),
                lastAgent,
                mails,
                mergedInto);
    }

    /** The same with another last activity. */
    public Conversation activeAt(Instant moment) {
        return withOpen(openInteraction, alsoOpen, moment);
    }

    /** An agent works in it. */
    public Conversation handledBy(AgentId agentId) {
        return new Conversation(
                conversationId,
                participants,
                messageIds,
                openInteraction,
                lastActivity,
                alsoOpen,
                subjects,
                agentId,
                mails,
                mergedInto);
    }

    /** Adds a mail of the customer to those that can be moved. */
    public Conversation withPlaced(PlacedMail mail) {
        return withMails(messageIds, appended(mails, mail, MAILS_KEPT));
    }

    /** Without a mail, and so without its Message-ID. */
    public Conversation withoutPlaced(PlacedMail mail) {
        return withMails(
                mail.messageId() == null ? messageIds : without(messageIds, mail.messageId()), without(mails, mail));
    }

    private Conversation withMails(List<MessageId> ids, List<PlacedMail> placed) {
        return new Conversation(
                conversationId,
                participants,
                ids,
                openInteraction,
                lastActivity,
                alsoOpen,
                subjects,
                lastAgent,
                placed,
                mergedInto);
    }

    /** The same, merged into another conversation, or by itself again with null. */
    public Conversation mergedInto(@Nullable ConversationId another) {
        return new Conversation(
                conversationId,
                participants,
                messageIds,
                openInteraction,
                lastActivity,
                alsoOpen,
                subjects,
                lastAgent,
                mails,
                another);
    }

    /** What this and those that were merged into it are together; of them, this gives the identifier. */
    public Conversation together(Collection<Conversation> others) {
        var people = new LinkedHashSet<>(participants);
        var open = new ArrayList<>(openInteractions());
        var about = new ArrayList<>(subjects);
        var latest = lastActivity;
        var handled = this;
        for (var other : others) {
            people.addAll(other.participants());
            open.addAll(other.openInteractions());
            about.addAll(other.subjects());
            latest = other.lastActivity().isAfter(latest) ? other.lastActivity() : latest;
            handled = other.isHandledAfter(handled) ? other : handled;
        }
        var first = open.isEmpty() ? null : open.removeFirst();
        return new Conversation(
                conversationId, people, messageIds, first, latest, open, about, handled.lastAgent(), mails, mergedInto);
    }

    /** From now on further mails join this interaction. */
    public Conversation openedBy(InteractionId interactionId) {
        return withOpen(interactionId, alsoOpen, lastActivity);
    }

    /** These interactions are open, too, and further mails join them before those that were; at least one. */
    public Conversation openedBy(List<InteractionId> begun) {
        var all = new LinkedHashSet<>(begun);
        all.addAll(openInteractions());
        var rest = new ArrayList<>(all);
        var first = rest.removeFirst();
        return withOpen(first, rest, lastActivity);
    }

    /** The interaction is open, too, and further mails join it after those that were. */
    public Conversation alsoOpenedBy(InteractionId interactionId) {
        if (openInteraction == null) {
            return withOpen(interactionId, alsoOpen, lastActivity);
        }
        return openInteractions().contains(interactionId)
                ? this
                : withOpen(openInteraction, appended(alsoOpen, interactionId, Integer.MAX_VALUE), lastActivity);
    }

    /** The interactions that have not reached their end, in the order in which a further mail joins them. */
    public List<InteractionId> openInteractions() {
        if (openInteraction == null) {
            return alsoOpen;
        }
        var all = new ArrayList<InteractionId>(alsoOpen.size() + 1);
        all.add(openInteraction);
        all.addAll(alsoOpen);
        return all;
    }

    /** The interaction takes no further mails; without effect where it is not open. */
    public Conversation finishedBy(InteractionId interactionId, Instant now) {
        if (!interactionId.equals(openInteraction)) {
            return alsoOpen.contains(interactionId)
                    ? withOpen(openInteraction, without(alsoOpen, interactionId), lastActivity)
                    : this;
        }
        return alsoOpen.isEmpty()
                ? withOpen(null, alsoOpen, now)
                : withOpen(alsoOpen.getFirst(), alsoOpen.subList(1, alsoOpen.size()), now);
    }

    private boolean isHandledAfter(Conversation other) {
        return lastAgent != null && (other.lastAgent() == null || lastActivity.isAfter(other.lastActivity()));
    }

    private Conversation withOpen(@Nullable InteractionId first, List<InteractionId> others, Instant moment) {
        return new Conversation(
                conversationId,
                participants,
                messageIds,
                first,
                moment,
                others,
                subjects,
                lastAgent,
                mails,
                mergedInto);
    }

    private static Set<EmailAddress> union(Set<EmailAddress> known, Collection<EmailAddress> people) {
        if (known.containsAll(people)) {
            return known;
        }
        var all = new LinkedHashSet<>(known);
        all.addAll(people);
        return all;
    }

    private static <T> List<T> appended(List<T> known, @Nullable T next, int most) {
        if (next == null || known.contains(next)) {
            return known;
        }
        var all = new ArrayList<>(known);
        all.add(next);
        return all.size() > most ? all.subList(all.size() - most, all.size()) : all;
    }

    private static <T> List<T> without(List<T> known, T gone) {
        return known.stream().filter(one -> !one.equals(gone)).toList();
    }
}
