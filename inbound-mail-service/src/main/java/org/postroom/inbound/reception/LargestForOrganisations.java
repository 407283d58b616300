package org.postroom.inbound.reception;

import java.util.function.ToLongFunction;

/**
 * Refuses a message that is larger than one of its organisations takes. It is refused for all of them, since one answer is
 * all that there is for the content; who announces the size learns at RCPT which recipient it is.
 */
public final class LargestForOrganisations implements Check.Rule<Facts.Content> {

    private final ToLongFunction<String> largest;

    /** @param largest the largest message of an organisation, in octets, by its identifier */
    public LargestForOrganisations(ToLongFunction<String> largest) {
        this.largest = largest;
    }

    @Override
    public String name() {
        return "largest-for-organisations";
    }

    @Override
    public Verdict judge(Facts.Content facts) {
        return facts.envelope()
                        .organisations()
                        .anyMatch(organisation -> facts.size() > largest.applyAsLong(organisation))
                ? new Verdict.Refused(Refusal.TOO_LARGE_FOR_RECIPIENT)
                : Verdict.PASSED;
    }
}
