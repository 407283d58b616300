package org.postroom.inbound.scan.engine;

import org.postroom.inbound.scan.Scanners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the engines to work that are configured. */
@Configuration(proxyBeanMethods = false)
class ScanConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ScanConfiguration.class);

    @Bean
    Scanners scanners(ScanSettings settings) {
        Scanners scanners =
                Scanners.of(settings.rspamd().scanning(), settings.clamd().scanning());
        LOG.atInfo()
                .addKeyValue("spam", scanners.spam().engine().name())
                .addKeyValue(
                        "virus",
                        scanners.virus()
                                .map(scanning -> scanning.engine().name())
                                .orElse("none"))
                .log("Received mail is searched");
        return scanners;
    }
}
