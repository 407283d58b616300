package org.postroom.inbound.reception;

import java.util.Map;
import org.postroom.inbound.authenticity.MailAuthenticity;

/**
 * How far a mail is what it says it is.
 *
 * @param mail what was found out
 * @param results the same as the value of an Authentication-Results field (RFC 8601)
 * @param meanings what it means for each organisation of the envelope
 */
public record AuthenticityFinding(MailAuthenticity mail, String results, Map<String, Meaning> meanings)
        implements Finding {

    /** Copies the map. */
    public AuthenticityFinding {
        meanings = Map.copyOf(meanings);
    }

    /** What it means for an organisation; nothing for one that the envelope does not name. */
    public Meaning meaningFor(String organisationId) {
        return meanings.getOrDefault(organisationId, Meaning.NOTHING);
    }

    /**
     * What it means for an organisation.
     *
     * @param claimsOwnDomain whether the mail says that it is from a domain of the organisation, without proof of it
     * @param spam whether it is to be treated as spam for not being from whom it says
     */
    public record Meaning(boolean claimsOwnDomain, boolean spam) {

        static final Meaning NOTHING = new Meaning(false, false);
    }
}
