package org.postroom.outbound.delivery.dns;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.delivery.MailRoutes;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.dns.ResolverSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/** Asks the configured resolver, or the system's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResolverSettings.class)
@InStage(Stage.SEND)
class DnsConfiguration {

    private static final int ATTEMPTS = 3;

    /** The library looks for questions without answer once a second. */
    private static final Duration CLOCK_TICK = Duration.ofSeconds(1);

    /** A datagram may be lost on its way, so that no answer is believed in only after a few questions. */
    @Bean
    Resolver dnsResolver(ResolverSettings settings) throws UnknownHostException {
        ExtendedResolver resolver = resolver(settings);
        for (Resolver one : resolver.getResolvers()) {
            one.setTimeout(settings.timeout());
        }
        resolver.setRetries(ATTEMPTS);
        resolver.setTimeout(
                settings.timeout().plus(CLOCK_TICK).multipliedBy((long) ATTEMPTS * resolver.getResolvers().length));
        return resolver;
    }

    @Bean
    MailRoutes mailRoutes(Resolver dnsResolver, @Value("${postroom.outbound.smtp-port:25}") int smtpPort) {
        return new DnsMailRoutes(dnsResolver, smtpPort);
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
