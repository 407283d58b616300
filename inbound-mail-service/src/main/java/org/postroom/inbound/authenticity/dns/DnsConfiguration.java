package org.postroom.inbound.authenticity.dns;

import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.NameService;
import org.postroom.runtime.dns.ResolverSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.lookup.LookupSession;

/** Asks the configured resolver, or the system's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ResolverSettings.class)
class DnsConfiguration {

    private static final int ATTEMPTS = 2;
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_REMEMBERED_SECONDS = 300;
    private static final int LONGEST_ABSENCE_SECONDS = 60;

    @Bean
    NameService nameService(ResolverSettings settings) throws UnknownHostException {
        var cache = new Cache(DClass.IN);
        cache.setMaxEntries(MOST_REMEMBERED);
        cache.setMaxCache(LONGEST_REMEMBERED_SECONDS);
        cache.setMaxNCache(LONGEST_ABSENCE_SECONDS);
        return new DnsNames(LookupSession.builder()
                .resolver(resolver(settings))
                .cache(cache)
                .build());
    }

    /** A datagram may be lost on its way, so that no answer is believed in only after a second question. */
    private static Resolver resolver(ResolverSettings settings) throws UnknownHostException {
        ExtendedResolver resolver = configured(settings);
        for (Resolver one : resolver.getResolvers()) {
            one.setTimeout(settings.timeout());
        }
        resolver.setRetries(ATTEMPTS);
        resolver.setTimeout(settings.timeout().multipliedBy((long) ATTEMPTS * resolver.getResolvers().length + 1));
        return resolver;
    }

    private static ExtendedResolver configured(ResolverSettings settings) throws UnknownHostException {
        @Nullable String host = settings.host();
        if (host == null) {
            return new ExtendedResolver();
        }
        var resolver = new SimpleResolver(host);
        resolver.setPort(settings.port());
        return new ExtendedResolver(List.of(resolver));
    }
}
