package org.postroom.inbound.mailbox.imap;

import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.mailbox.MailboxConnector;
import org.postroom.inbound.mailbox.MailboxDesk;
import org.postroom.inbound.mailbox.MailboxPublisher;
import org.postroom.inbound.mailbox.Mailboxes;
import org.postroom.inbound.mailbox.Pull;
import org.postroom.inbound.mailbox.jdbc.WithMailboxes;
import org.postroom.inbound.reception.Reception;
import org.postroom.runtime.dns.ResolverSettings;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.network.DnsHostLookup;
import org.postroom.runtime.network.HostLookup;
import org.postroom.runtime.network.NetworkGuard;
import org.postroom.runtime.network.TrustedAuthorities;
import org.postroom.runtime.token.ClientCredentials;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.SimpleResolver;

/** Puts the parts together that mailboxes are set up and fetched from by. */
@Configuration(proxyBeanMethods = false)
@WithMailboxes
class MailboxConfiguration {

    private static final int ATTEMPTS = 2;

    @Bean
    NetworkGuard networkGuard(MailboxSettings settings) {
        return new NetworkGuard(settings.allowPrivate());
    }

    @Bean
    HostLookup hostLookup(ResolverSettings settings) throws UnknownHostException {
        ExtendedResolver resolver = resolver(settings);
        resolver.setRetries(ATTEMPTS);
        resolver.setTimeout(settings.timeout().multipliedBy(ATTEMPTS + 1L));
        return new DnsHostLookup(resolver);
    }

    @Bean
    MailboxConnector mailboxConnector(HostLookup lookup, NetworkGuard guard, MailboxSettings settings, Clock clock) {
        SSLContext tls = TrustedAuthorities.context(
                settings.trustedCertificates(), "postroom.inbound.mailboxes.trusted-certificates");
        var tokens = new ClientCredentials(lookup, guard, tls.getSocketFactory(), settings.answerTimeout());
        return new ImapConnector(lookup, guard, tokens, tls, settings.answerTimeout(), clock);
    }

    @Bean
    MailboxDesk mailboxDesk(
            Mailboxes mailboxes,
            Directory directory,
            HostLookup lookup,
            NetworkGuard guard,
            MailboxConnector connector,
            MailboxPublisher publisher,
            IdSource ids,
            Clock clock) {
        return new MailboxDesk(mailboxes, directory, lookup, guard, connector, publisher, ids, clock);
    }

    @Bean
    Pull pull(Mailboxes mailboxes, Directory directory, Reception reception, Clock clock) {
        return new Pull(mailboxes, directory, reception, clock);
    }

    private static ExtendedResolver resolver(ResolverSettings settings) throws UnknownHostException {
        @Nullable String host = settings.host();
        if (host == null) {
            return new ExtendedResolver();
        }
        var resolver = new SimpleResolver(host);
        resolver.setPort(settings.port());
        return new ExtendedResolver(List.of(resolver));
    }
}
