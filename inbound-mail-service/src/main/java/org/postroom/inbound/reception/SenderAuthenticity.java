package org.postroom.inbound.reception;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.postroom.inbound.authenticity.AuthenticationResults;
import org.postroom.inbound.authenticity.AuthenticityCheck;
import org.postroom.inbound.authenticity.Delivery;
import org.postroom.inbound.authenticity.MailAuthenticity;
import org.postroom.inbound.authenticity.dmarc.DmarcPolicy;
import org.postroom.inbound.authenticity.evidence.NameService;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.directory.MailRules.ForgedMail;
import org.postroom.inbound.reception.AuthenticityFinding.Meaning;

/**
 * Finds out whether a mail is from whom it says, and refuses it where its author's domain and every organisation that it
 * is for want that. Where name servers do not answer within the budget of time, the results say so, and the mail goes on.
 */
public final class SenderAuthenticity implements Check.Inquiry<Facts.Content> {

    /** DMARC's refusal in the words of RFC 7372, section 3.2: several checks together found it not to be authentic. */
    private static final Refusal FORGED = Refusal.of(
            "forged",
            550,
            "5.7.26",
            "Multiple authentication checks failed, and the author's domain wants such mail refused");

    /** What is calculated once the name servers have had their time. */
    private static final Duration CALCULATION = Duration.ofSeconds(5);

    private final NameService names;
    private final Duration budget;
    private final Directory directory;
    private final String hostName;
    private final Clock clock;

    /**
     * Makes the check.
     *
     * @param names where DNS is asked
     * @param budget how much time name servers have for one mail
     * @param directory says which domains are an organisation's own, and what it wants of mail that is not from whom it says
     * @param hostName our own name, which the results are given under
     * @param clock the time
     */
    public SenderAuthenticity(NameService names, Duration budget, Directory directory, String hostName, Clock clock) {
        this.names = names;
        this.budget = budget;
        this.directory = directory;
        this.hostName = hostName;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "authenticity";
    }

    @Override
    public Duration budget() {
        return budget.plus(CALCULATION);
    }

    @Override
    public Verdict judge(Facts.Content facts) {
        Envelope envelope = facts.envelope();
        MailAuthenticity mail = AuthenticityCheck.of(delivery(envelope), facts.signed(), names.within(budget));
        if (isRefused(mail, envelope)) {
            return new Verdict.Refused(FORGED);
        }
        Map<String, Meaning> meanings = new HashMap<>();
        envelope.organisations().forEach(id -> meanings.put(id, meaning(mail, envelope, id)));
        return new Verdict.Found(new AuthenticityFinding(mail, AuthenticationResults.of(hostName, mail), meanings));
    }

    private Delivery delivery(Envelope envelope) {
        String address = envelope.client().address();
        int scope = address.indexOf('%');
        return new Delivery(
                envelope.isFetched() ? null : InetAddress.ofLiteral(scope < 0 ? address : address.substring(0, scope)),
                envelope.client().name(),
                envelope.sender().address(),
                hostName,
                clock.instant().getEpochSecond());
    }

    /** One answer is for all recipients, so that all of their organisations have to want it. */
    private boolean isRefused(MailAuthenticity mail, Envelope envelope) {
        return mail.askedForForgery().filter(DmarcPolicy.REJECT::equals).isPresent()
                && envelope.organisations()
                        .allMatch(id ->
                                directory.rulesOf(id).forgedMail() == ForgedMail.REJECT && !isRedirected(envelope, id));
    }

    private Meaning meaning(MailAuthenticity mail, Envelope envelope, String organisationId) {
        boolean claims = mail.authors().stream()
                .anyMatch(domain -> directory.owns(organisationId, domain) && !mail.isProvenFrom(domain));
        boolean spam = mail.askedForForgery()
                        .filter(policy -> policy != DmarcPolicy.NONE)
                        .isPresent()
                && directory.rulesOf(organisationId).forgedMail() != ForgedMail.NOTE
                && !isRedirected(envelope, organisationId);
        return new Meaning(claims, spam);
    }

    /**
     * What an organisation's own mail system redirects to us comes from that system's address, so that SPF says nothing
     * of the sender any more. It has let the mail in, and is not overruled.
     */
    private static boolean isRedirected(Envelope envelope, String organisationId) {
        return envelope.recipientsOf(organisationId).stream().allMatch(AcceptedRecipient::byRedirect);
    }
}
