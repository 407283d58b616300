package org.postroom.inbound.reception;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.postroom.inbound.directory.DirectoryAnswer.UnprovenRedirect;
import org.postroom.inbound.message.MessageFacts;
import org.postroom.mail.reading.NamedAddress;

/**
 * Which redirects a mail proves: it came by the redirect's secret address, and its author wrote to the domain itself. So
 * it went through the mail system that receives for the domain, unless an administrator wrote to the secret address by
 * hand and lied about it, which harms nobody but themselves.
 */
final class ProvenRedirects {

    private ProvenRedirects() {}

    static List<UnprovenRedirect> of(List<AcceptedRecipient> recipients, MessageFacts facts) {
        return recipients.stream()
                .map(AcceptedRecipient::redirect)
                .filter(Objects::nonNull)
                .distinct()
                .filter(redirect -> Stream.concat(facts.to().stream(), facts.cc().stream())
                        .anyMatch(mailbox -> isOf(mailbox, redirect.domainName())))
                .toList();
    }

    private static boolean isOf(NamedAddress mailbox, String domainName) {
        return mailbox.address().toLowerCase(Locale.ROOT).endsWith('@' + domainName);
    }
}
