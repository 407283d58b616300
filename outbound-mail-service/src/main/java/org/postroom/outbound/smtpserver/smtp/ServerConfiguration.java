package org.postroom.outbound.smtpserver.smtp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.signing.SendingChanges;
import org.postroom.outbound.signing.SendingDomains;
import org.postroom.outbound.smtpserver.ConnectionTest;
import org.postroom.outbound.smtpserver.ForgetServers;
import org.postroom.outbound.smtpserver.ServerDesk;
import org.postroom.outbound.smtpserver.ServerPublisher;
import org.postroom.outbound.smtpserver.SmtpServers;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.network.DnsHostLookup;
import org.postroom.runtime.network.HostLookup;
import org.postroom.runtime.network.NetworkGuard;
import org.postroom.runtime.network.TrustedAuthorities;
import org.postroom.runtime.token.ClientCredentials;
import org.postroom.runtime.token.TokenSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.Resolver;

/** Puts the parts together that talk to the organisations' own servers. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.SEND)
class ServerConfiguration {

    @Bean
    NetworkGuard networkGuard(ServerSettings settings) {
        return new NetworkGuard(settings.allowPrivateSmtpServers());
    }

    /** Asks the same resolver as sending does. */
    @Bean
    HostLookup hostLookup(Resolver resolver) {
        return new DnsHostLookup(resolver);
    }

    @Bean
    SmtpSignIn smtpSignIn(HostLookup lookup, NetworkGuard guard, ServerSettings settings) {
        SSLContext tls =
                TrustedAuthorities.context(settings.trustedCertificates(), "postroom.outbound.trusted-certificates");
        TokenSource tokens =
                new ClientCredentials(lookup, guard, tls.getSocketFactory(), settings.connectionTestTimeout());
        return new SmtpSignIn(lookup, guard, tokens, tls, ehloName(settings.ehloName()));
    }

    @Bean
    ConnectionTest connectionTest(SmtpSignIn signIn, ServerSettings settings, Clock clock) {
        return new SmtpConnectionTest(signIn, settings.connectionTestTimeout(), clock);
    }

    @Bean
    ServerConnections serverConnections(SmtpServers servers, SmtpSignIn signIn, ServerSettings settings, Clock clock) {
        return new ServerConnections(servers, signIn, settings.connectTimeout(), settings.answerTimeout(), clock);
    }

    @Bean
    ServerDesk serverDesk(
            SmtpServers servers,
            SendingDomains domains,
            HostLookup lookup,
            NetworkGuard guard,
            ConnectionTest test,
            ServerPublisher publisher,
            List<SendingChanges> listeners,
            IdSource ids,
            Clock clock) {
        return new ServerDesk(servers, domains, lookup, guard, test, publisher, listeners, ids, clock);
    }

    @Bean
    ForgetServers forgetServers(SmtpServers servers) {
        return new ForgetServers(servers);
    }

    private static String ehloName(@Nullable String configured) {
        if (configured != null && !configured.isBlank()) {
            return configured;
        }
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException nameless) {
            return "[127.0.0.1]";
        }
    }
}
