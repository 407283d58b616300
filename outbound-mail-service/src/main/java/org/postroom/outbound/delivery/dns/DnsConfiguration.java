package org.postroom.outbound.delivery.dns;

import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.delivery.MailRoutes;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/** Asks the configured resolver, or the system's. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.SEND)
class DnsConfiguration {

    @Bean
    Resolver dnsResolver(DnsSettings settings) throws UnknownHostException {
        Resolver resolver = resolver(settings);
        resolver.setTimeout(settings.timeout());
        return resolver;
    }

    @Bean
    MailRoutes mailRoutes(Resolver dnsResolver, @Value("${postroom.outbound.smtp-port:25}") int smtpPort) {
        return new DnsMailRoutes(dnsResolver, smtpPort);
    }

    private static Resolver resolver(DnsSettings settings) throws UnknownHostException {
        @Nullable String host = settings.host();
        if (host == null) {
            return new ExtendedResolver();
        }
        var resolver = new SimpleResolver(host);
        resolver.setPort(settings.port());
        return resolver;
    }
}
