package org.postroom.domain.mailrules;

import java.util.List;
import java.util.Optional;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;

/**
 * What holds for all mail that an organisation receives. There is one set at most; without it, mail that a machine wrote
 * is kept aside, mail that seems forged is only marked, messages have at most {@link #USUAL_MEGABYTES} megabytes, and
 * conversations are as {@link ConversationRules#USUAL} says.
 *
 * @param automaticMail what becomes of mail that a machine wrote
 * @param forgedMail what becomes of mail that is not from whom it says
 * @param largestMessageMegabytes the largest message that is taken, in megabytes of 1 048 576 octets, from 1 to {@link
 *     #MOST_MEGABYTES}; the installation may take less
 * @param sameMessageIdOnce whether a mail that reaches the organisation again with the same Message-ID is the same mail,
 *     even if another server or list sent it
 * @param conversations which mails are one conversation, and who gets what comes in it
 */
public record MailRules(
        AutomaticMail automaticMail,
        ForgedMail forgedMail,
        int largestMessageMegabytes,
        boolean sameMessageIdOnce,
        ConversationRules conversations)
        implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("mail-rule-set");

    /** What the one set is called. */
    public static final String LABEL = "Mail rules";

    /** The largest message without a rule, in megabytes. */
    public static final int USUAL_MEGABYTES = 40;

    /** The largest limit that may be set, in megabytes. */
    public static final int MOST_MEGABYTES = 200;

    private static final int BYTES_IN_MEGABYTE = 1_048_576;

    /**
     * Reads a limit in megabytes.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static int megabytes(int megabytes) {
        if (megabytes < 1 || megabytes > MOST_MEGABYTES) {
            throw new IllegalArgumentException(
                    "expected a number of megabytes from 1 to %d, but got %d".formatted(MOST_MEGABYTES, megabytes));
        }
        return megabytes;
    }

    /** Refuses a limit that is none. */
    public MailRules {
        megabytes(largestMessageMegabytes);
    }

    /** The largest message that is taken, in octets. */
    public long largestMessageBytes() {
        return (long) largestMessageMegabytes * BYTES_IN_MEGABYTE;
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public Optional<UniqueName> uniqueName() {
        return Optional.of(UniqueName.inOrganisation(LABEL));
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }

    /** What becomes of mail that a machine wrote, such as an out-of-office notice. */
    public enum AutomaticMail {
        /** It becomes no work, and is listed with that reason. */
        KEEP_ASIDE,
        /** It is shown in the conversation that it belongs to, and opens nothing; without one it is kept aside. */
        INTO_CONVERSATION,
        /** It is treated like any other mail. */
        PROCESS
    }

    /** What becomes of mail that fails the policy (DMARC, RFC 7489) of the domain that it says it is from. */
    public enum ForgedMail {
        /** It is refused where that domain asks for it. */
        REJECT,
        /** It is treated as spam. */
        SPAM,
        /** It is taken, and the agent reads of it. */
        NOTE
    }
}
