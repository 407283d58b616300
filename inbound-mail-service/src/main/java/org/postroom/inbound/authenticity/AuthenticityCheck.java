package org.postroom.inbound.authenticity;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.dkim.ArcCheck;
import org.postroom.inbound.authenticity.dkim.DkimCheck;
import org.postroom.inbound.authenticity.dkim.DkimVerdict;
import org.postroom.inbound.authenticity.dkim.SignedMail;
import org.postroom.inbound.authenticity.dmarc.DmarcCheck;
import org.postroom.inbound.authenticity.dmarc.DmarcVerdict;
import org.postroom.inbound.authenticity.dmarc.Identifier;
import org.postroom.inbound.authenticity.evidence.Names;
import org.postroom.inbound.authenticity.evidence.QueryNames;
import org.postroom.inbound.authenticity.evidence.Result;
import org.postroom.inbound.authenticity.spf.SpfCheck;
import org.postroom.inbound.authenticity.spf.SpfQuestion;
import org.postroom.inbound.authenticity.spf.SpfVerdict;
import org.postroom.mail.HostNames;
import org.postroom.mail.reading.AuthorDomains;

/** Finds out how far a mail is what it says it is. Blocks while DNS is asked; where that fails, the result is temperror. */
public final class AuthenticityCheck {

    /** Who delivered a fetched mail to its mailbox is not known. */
    private static final SpfVerdict NOBODY = new SpfVerdict(Result.NONE, null, null);

    private AuthenticityCheck() {}

    /** Checks a mail that has been read to its end. */
    public static MailAuthenticity of(Delivery delivery, SignedMail mail, Names names) {
        @Nullable InetAddress client = delivery.client();
        @Nullable String sender = senderDomain(delivery.sender());
        SpfVerdict greeting = client == null ? NOBODY : greeting(delivery, client, names);
        String greetingName = client == null ? "" : lower(delivery.greeting());
        SpfFinding spf = sender == null
                ? new SpfFinding(greetingName, greeting)
                : new SpfFinding(
                        sender, client == null ? NOBODY : SpfCheck.of(question(delivery, client, sender), names));
        List<DkimVerdict> signatures = DkimCheck.of(mail, names, delivery.seconds());
        List<String> authors = AuthorDomains.of(mail.fromFields());
        Optional<DmarcVerdict> dmarc = DmarcCheck.of(
                authors,
                new Identifier(spf.domain(), spf.verdict().result()),
                signatures.stream()
                        .map(signature -> new Identifier(signature.domain(), signature.result()))
                        .toList(),
                names);
        return new MailAuthenticity(
                spf,
                sender == null,
                isDomain(greetingName) ? new SpfFinding(greetingName, greeting) : null,
                signatures,
                dmarc.orElse(null),
                authors,
                ArcCheck.of(mail, names));
    }

    private static SpfVerdict greeting(Delivery delivery, InetAddress client, Names names) {
        return SpfCheck.of(
                SpfQuestion.ofHelo(client, inAscii(delivery.greeting()), delivery.receiver(), delivery.seconds()),
                names);
    }

    private static SpfQuestion question(Delivery delivery, InetAddress client, String domain) {
        String localPart =
                unquoted(delivery.sender().substring(0, delivery.sender().lastIndexOf('@')));
        return SpfQuestion.ofSender(
                client, localPart + "@" + domain, delivery.greeting(), delivery.receiver(), delivery.seconds());
    }

    /** Quotes are how a local part is written, and no part of it (RFC 5321, section 4.1.2). */
    private static String unquoted(String localPart) {
        return localPart.length() > 1 && localPart.startsWith("\"") && localPart.endsWith("\"")
                ? localPart.substring(1, localPart.length() - 1).replaceAll("\\\\(.)", "$1")
                : localPart;
    }

    private static @Nullable String senderDomain(String sender) {
        int at = sender.lastIndexOf('@');
        return at < 0 ? null : lower(sender.substring(at + 1));
    }

    private static String lower(String name) {
        return QueryNames.of(inAscii(name)).orElse(name);
    }

    /** Domains in Unicode are asked for in their ASCII form (RFC 7208, section 4.3). */
    private static String inAscii(String name) {
        return name.chars().allMatch(octet -> octet < 128)
                ? name
                : HostNames.ascii(name).orElse(name);
    }

    private static boolean isDomain(String name) {
        return name.contains(".") && HostNames.ascii(name).isPresent();
    }
}
