package org.postroom.outbound.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.ThreadTokens;
import org.postroom.outbound.mail.RawMail;
import org.postroom.runtime.id.OrganisationId;

/** Signs an organisation's mails for its own verified domains, and for no others. */
public final class SignMail {

    private final SendingDomains domains;
    private final SigningKeys keys;

    /** Takes the domains and their keys. */
    public SignMail(SendingDomains domains, SigningKeys keys) {
        this.domains = domains;
        this.keys = keys;
    }

    /** Signs a mail for the domain of its From address, which DMARC compares with the signature's, or says why not. */
    public Signing sign(OrganisationId organisationId, Outgoing outgoing) {
        if (domains.organisationRemoved(organisationId)) {
            return new Signing.Gone();
        }
        String domainName = outgoing.from().domain();
        Optional<SendingDomain> domain = domains.named(organisationId, domainName);
        if (domain.isEmpty()) {
            return new Signing.Unknown(
                    "expected one of the organisation's domains in From, but " + domainName + " is none");
        }
        var clearance = Clearance.of(domain.get(), domains.system(organisationId), domains.suspended(organisationId));
        return switch (clearance) {
            case Clearance.Cleared(SendingDomain cleared) ->
                sign(organisationId, cleared, outgoing.mail(), envelopeSender(cleared, outgoing));
            case Clearance.Substituted(SendingDomain system) -> substitute(organisationId, system, outgoing);
            case Clearance.Held(String reason) -> new Signing.Held(reason);
            case Clearance.Refused(String reason) -> new Signing.Refused(reason);
            case Clearance.Unknown(String reason) -> new Signing.Unknown(reason);
        };
    }

    private Signing substitute(OrganisationId organisationId, SendingDomain system, Outgoing outgoing) {
        EmailAddress substitute = outgoing.from().at(system.domainName());
        RawMail mail = HeaderFields.of(outgoing.mail()).from(outgoing.from(), substitute);
        return sign(organisationId, system, mail, substitute);
    }

    private Signing sign(
            OrganisationId organisationId, SendingDomain domain, RawMail mail, EmailAddress envelopeSender) {
        @Nullable String server = domain.use().customSmtp() ? domain.use().smtpServerId() : null;
        if (domain.use().customSmtp() && server == null) {
            return new Signing.Held("expected an SMTP server that the mail of " + domain.domainName()
                    + " leaves through, but none is named");
        }
        List<String> selectors = new ArrayList<>();
        RawMail signed = mail;
        for (SigningKeys.SigningKey key : keys.of(organisationId, domain)) {
            signed = DkimSigner.sign(mail, signed, key.domainName(), key.key());
            selectors.add(key.key().selector());
        }
        return new Signing.Signed(signed, selectors, domain.domainId(), envelopeSender, server);
    }

    /**
     * Bounces go to the MAIL FROM subdomain once it is proven, so that SPF is aligned with From (RFC 7489, section 3.1.2); its
     * mail comes to us and to nobody else, so that its addresses can carry a token. Out-of-office notices come back there, too.
     */
    private static EmailAddress envelopeSender(SendingDomain domain, Outgoing outgoing) {
        EmailAddress sender = outgoing.own().domain().equals(domain.domainName()) ? outgoing.own() : outgoing.from();
        boolean ours = domain.mailFromProven() && !domain.use().customSmtp();
        if (!ours) {
            return sender;
        }
        @Nullable String token = outgoing.threadToken();
        return (token == null ? sender : ThreadTokens.in(sender, token)).at(domain.mailFromDomain());
    }
}
