package org.postroom.outbound.signing.kafka;

import java.time.Clock;
import org.postroom.outbound.signing.DkimKeys;
import org.postroom.outbound.signing.IssueKeys;
import org.postroom.outbound.signing.KeyAnnouncer;
import org.postroom.outbound.signing.SendingDomains;
import org.postroom.outbound.signing.SignMail;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of signing together. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.SEND)
class SigningConfiguration {

    @Bean
    IssueKeys issueKeys(SendingDomains domains, DkimKeys keys, KeyAnnouncer announcer, Clock clock) {
        return new IssueKeys(domains, keys, announcer, clock);
    }

    @Bean
    SignMail signMail(SendingDomains domains, DkimKeys keys) {
        return new SignMail(domains, keys);
    }
}
