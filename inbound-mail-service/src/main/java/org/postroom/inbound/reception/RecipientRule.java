package org.postroom.inbound.reception;

import org.postroom.inbound.directory.DirectoryAnswer;

/** Decides on each RCPT. */
public final class RecipientRule {

    private final int mostRecipients;

    /** Takes at most the given number of recipients in one transaction. */
    public RecipientRule(int mostRecipients) {
        this.mostRecipients = mostRecipients;
    }

    /**
     * Decides on one recipient.
     *
     * @param answer what the directory knows about the address
     * @param address the address as the client wrote it
     * @param acceptedBefore how many recipients this transaction has already
     */
    public RecipientDecision decide(DirectoryAnswer answer, String address, int acceptedBefore) {
        if (acceptedBefore >= mostRecipients) {
            return new RecipientDecision.Refused(Refusal.TOO_MANY_RECIPIENTS);
        }
        return switch (answer) {
            case DirectoryAnswer.Receives found ->
                new RecipientDecision.Accepted(
                        new AcceptedRecipient(found.organisationId(), found.addressId(), address, found.redirect()));
            case DirectoryAnswer.NotOurDomain _ -> new RecipientDecision.Refused(Refusal.RELAYING_DENIED);
            case DirectoryAnswer.UnverifiedDomain _ -> new RecipientDecision.Refused(Refusal.DOMAIN_NOT_VERIFIED);
            case DirectoryAnswer.NoSuchAddress _ -> new RecipientDecision.Refused(Refusal.NO_SUCH_ADDRESS);
            case DirectoryAnswer.SendsOnly _ -> new RecipientDecision.Refused(Refusal.SENDS_ONLY);
            case DirectoryAnswer.SuspendedOrganisation _ ->
                new RecipientDecision.Refused(Refusal.ORGANISATION_SUSPENDED);
            case DirectoryAnswer.NotReady _ -> new RecipientDecision.Refused(Refusal.DIRECTORY_NOT_READY);
        };
    }
}
