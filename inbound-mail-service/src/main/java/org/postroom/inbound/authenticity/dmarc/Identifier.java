package org.postroom.inbound.authenticity.dmarc;

import org.postroom.inbound.authenticity.evidence.Result;
import org.postroom.mail.PublicSuffixes;

/**
 * A domain that was checked, and what came of it.
 *
 * @param domain the envelope sender's domain, or a signer's, in lower case
 * @param result the result of SPF or of the signature
 */
public record Identifier(String domain, Result result) {

    /** Whether it speaks for an author's domain (RFC 7489, section 3.1). */
    boolean isAligned(String author, boolean strict) {
        return domain.equals(author)
                || (!strict
                        && !domain.isEmpty()
                        && PublicSuffixes.organisational(domain).equals(PublicSuffixes.organisational(author)));
    }
}
