package org.postroom.inbound.reception;

import org.postroom.inbound.directory.DirectoryAnswer;

/** Refuses whom the directory does not know as someone who receives: we relay for nobody. */
public final class KnownRecipient implements Check.Rule<Facts.Recipient> {

    /** Makes the rule. */
    public KnownRecipient() {}

    @Override
    public String name() {
        return "known-recipient";
    }

    @Override
    public Verdict judge(Facts.Recipient facts) {
        return switch (facts.found()) {
            case DirectoryAnswer.Receives _ -> Verdict.PASSED;
            case DirectoryAnswer.NotOurDomain _ -> new Verdict.Refused(Refusal.RELAYING_DENIED);
            case DirectoryAnswer.UnverifiedDomain _ -> new Verdict.Refused(Refusal.DOMAIN_NOT_VERIFIED);
            case DirectoryAnswer.NoSuchAddress _ -> new Verdict.Refused(Refusal.NO_SUCH_ADDRESS);
            case DirectoryAnswer.SendsOnly _ -> new Verdict.Refused(Refusal.SENDS_ONLY);
            case DirectoryAnswer.SuspendedOrganisation _ -> new Verdict.Refused(Refusal.ORGANISATION_SUSPENDED);
            case DirectoryAnswer.NotReady _ -> new Verdict.Refused(Refusal.DIRECTORY_NOT_READY);
        };
    }
}
