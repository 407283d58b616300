package org.postroom.runtime.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Holds every request of a service to what it may take; {@link LimitSettings} says how much that is. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(LimitSettings.class)
public class LimitsConfiguration {

    /** Makes the configuration; Spring does. */
    public LimitsConfiguration() {}

    @Bean
    Refusals refusals(ObjectProvider<MeterRegistry> meters) {
        return new Refusals(meters.getIfAvailable(() -> Metrics.globalRegistry));
    }

    @Bean
    ClientLimitFilters clientLimitFilters(LimitSettings settings, Refusals refusals) {
        return new ClientLimitFilters(new ClientLimits(settings), refusals);
    }

    /** Before everything that might read a body, the sign-in among it. */
    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(LimitSettings settings, Refusals refusals) {
        var filter = new FilterRegistrationBean<>(new BodyLimitFilter(settings, refusals));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }
}
