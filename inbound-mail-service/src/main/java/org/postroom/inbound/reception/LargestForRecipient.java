package org.postroom.inbound.reception;

import java.util.function.ToLongFunction;
import org.postroom.inbound.directory.DirectoryAnswer;

/** Refuses a recipient whose organisation takes no message as large as the one that is announced (RFC 1870, section 6.1). */
public final class LargestForRecipient implements Check.Rule<Facts.Recipient> {

    private final ToLongFunction<String> largest;

    /** @param largest the largest message of an organisation, in octets, by its identifier */
    public LargestForRecipient(ToLongFunction<String> largest) {
        this.largest = largest;
    }

    @Override
    public String name() {
        return "largest-for-recipient";
    }

    @Override
    public Verdict judge(Facts.Recipient facts) {
        return facts.found() instanceof DirectoryAnswer.Receives receives
                        && facts.announcedSize() > largest.applyAsLong(receives.organisationId())
                ? new Verdict.Refused(Refusal.TOO_LARGE_FOR_RECIPIENT)
                : Verdict.PASSED;
    }
}
