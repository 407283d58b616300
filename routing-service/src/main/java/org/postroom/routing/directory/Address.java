package org.postroom.routing.directory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.QueueId;

/**
 * An address that the organisation receives mail at, and where that mail goes.
 *
 * @param ownAddresses the mail addresses it stands for: the one that receives and the one that answers come from
 * @param queueId where its mail waits; null where a flow decides, or for an address that only sends
 * @param flowId the flow that decides where its mail waits; null where a queue is named, or for an address that only
 *     sends
 * @param priority a head start of each of its mails, in minutes of waiting, -25 000 000 to 25 000 000
 * @param multipleActions true where an interaction stays with its agent after a reply
 * @param spamRoute what happens to its mail that is taken for spam
 * @param spamFlowId the flow that decides on such mail; null where it is disconnected
 */
public record Address(
        AddressId addressId,
        Set<EmailAddress> ownAddresses,
        @Nullable QueueId queueId,
        @Nullable FlowId flowId,
        List<SkillLevel> skills,
        @Nullable Language language,
        int priority,
        boolean multipleActions,
        SpamRoute spamRoute,
        @Nullable FlowId spamFlowId) {

    /** The largest priority, either way, in minutes. */
    public static final int HIGHEST_PRIORITY = 25_000_000;

    /** An address that wants no spam. */
    public Address(
            AddressId addressId,
            Set<EmailAddress> ownAddresses,
            @Nullable QueueId queueId,
            @Nullable FlowId flowId,
            List<SkillLevel> skills,
            @Nullable Language language,
            int priority,
            boolean multipleActions) {
        this(
                addressId,
                ownAddresses,
                queueId,
                flowId,
                skills,
                language,
                priority,
                multipleActions,
                SpamRoute.DISCONNECT,
                null);
    }

    /** The same address, of which it is not known which flow decides on spam. */
    public Address withoutSpamFlow() {
        return new Address(
                addressId, ownAddresses, queueId, flowId, skills, language, priority, multipleActions, spamRoute, null);
    }

    /** Refuses a priority out of range. */
    public Address {
        ownAddresses = Set.copyOf(ownAddresses);
        skills = List.copyOf(skills);
        if (priority < -HIGHEST_PRIORITY || priority > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException(
                    "expected a priority from -25000000 to 25000000 minutes, but got " + priority);
        }
    }
}
