package org.postroom.outbound.signing;

import java.util.List;
import org.postroom.outbound.mail.RawMail;

/** Signs an organisation's mails for its own verified domains, and for no others. */
public final class SignMail {

    private final SendingDomains domains;
    private final DkimKeys keys;

    /** Takes the domains and their keys. */
    public SignMail(SendingDomains domains, DkimKeys keys) {
        this.domains = domains;
        this.keys = keys;
    }

    /**
     * Signs a mail, or says why it must not be sent.
     *
     * @param domainName the domain of the From address, which DMARC compares with the signature's
     */
    public Signing sign(String organisationId, String domainName, RawMail mail) {
        return domains.named(organisationId, domainName)
                .map(domain -> sign(organisationId, domain, mail))
                .orElseGet(() -> new Signing.Unknown(
                        "expected one of the organisation's domains in From, but " + domainName + " is none"));
    }

    private Signing sign(String organisationId, SendingDomain domain, RawMail mail) {
        if (!domain.verified()) {
            return new Signing.Unknown("expected a domain that is verified for sending, but " + domain.domainName()
                    + " is not: publish its records and let them be checked");
        }
        DkimKey key = keys.ofDomain(organisationId, domain.domainId())
                .orElseThrow(() -> new IllegalStateException("expected the domain " + domain.domainId()
                        + " to have had its key since it was added, but it has none"));
        return new Signing.Signed(DkimSigner.sign(mail, domain.domainName(), key), List.of(key.selector()));
    }
}
