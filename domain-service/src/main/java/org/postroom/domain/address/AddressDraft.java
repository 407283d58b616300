package org.postroom.domain.address;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.address.Answering.HistoryInclusion;
import org.postroom.domain.address.Answering.SignatureOn;
import org.postroom.domain.address.Answering.SignaturePlacement;
import org.postroom.domain.content.Signature;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Name;
import org.postroom.domain.maildomain.MailDomain;

/**
 * An address as an administrator asks for it, before it is known whether the other addresses in it are the
 * organisation's own.
 *
 * @param domain the domain
 * @param localPart the part before the @
 * @param reception which other mail it takes
 * @param route where its mail goes
 * @param fromName the name in From; null to show the address alone
 * @param from the address in From; null for the address itself
 * @param replyTo the address in Reply-To; null for none
 * @param hiddenBcc who gets every answer unseen
 * @param signature the signature below answers; null for none
 * @param signaturePlacement where an answer gets it
 * @param signatureOn which outgoing mail gets it
 * @param history whether the history is included
 * @param multipleActions true where an interaction stays with its agent after an answer
 */
public record AddressDraft(
        Id<MailDomain> domain,
        LocalPart localPart,
        Reception reception,
        Route route,
        @Nullable Name fromName,
        @Nullable EmailAddress from,
        @Nullable EmailAddress replyTo,
        HiddenBcc hiddenBcc,
        @Nullable Id<Signature> signature,
        SignaturePlacement signaturePlacement,
        SignatureOn signatureOn,
        HistoryInclusion history,
        boolean multipleActions) {}
