package org.postroom.inbound.authenticity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.dkim.DkimVerdict;
import org.postroom.inbound.authenticity.dmarc.DmarcPolicy;
import org.postroom.inbound.authenticity.dmarc.DmarcVerdict;
import org.postroom.inbound.authenticity.dmarc.Identifier;
import org.postroom.inbound.authenticity.evidence.Result;
import org.postroom.mail.PublicSuffixes;

/**
 * How far a mail is what it says it is.
 *
 * @param sender SPF of the envelope sender; of the HELO name for the null sender
 * @param isNullSender whether the envelope had the null sender
 * @param greeting SPF of the HELO name; null where that is no domain
 * @param signatures each signature, in the order of the mail, at most ten
 * @param author DMARC; null where the mail has no readable author
 * @param authors the domains of the From fields, each once
 * @param chain the chain of forwarders (ARC): NONE, PASS, FAIL or TEMPERROR
 */
public record MailAuthenticity(
        SpfFinding sender,
        boolean isNullSender,
        @Nullable SpfFinding greeting,
        List<DkimVerdict> signatures,
        @Nullable DmarcVerdict author,
        List<String> authors,
        Result chain) {

    /** Copies the lists. */
    public MailAuthenticity {
        signatures = List.copyOf(signatures);
        authors = List.copyOf(authors);
    }

    /** What the author's domain asks for, where the mail is not from there; empty where nothing is known against it. */
    public Optional<DmarcPolicy> askedForForgery() {
        return author != null && author.result() == Result.FAIL
                ? Optional.ofNullable(author.policy())
                : Optional.empty();
    }

    /** Whether there is proof that the mail is from a domain: an envelope sender or a signer of it passes. */
    public boolean isProvenFrom(String domain) {
        String organisation = PublicSuffixes.organisational(domain);
        return identifiers()
                .filter(identifier -> identifier.result() == Result.PASS
                        && !identifier.domain().isEmpty())
                .anyMatch(identifier ->
                        PublicSuffixes.organisational(identifier.domain()).equals(organisation));
    }

    private Stream<Identifier> identifiers() {
        return Stream.concat(
                Stream.of(new Identifier(sender.domain(), sender.verdict().result())),
                signatures.stream().map(signature -> new Identifier(signature.domain(), signature.result())));
    }
}
