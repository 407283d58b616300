package org.postroom.outbound.signing.kafka;

import java.time.Clock;
import java.util.List;
import org.postroom.outbound.signing.ChooseKeys;
import org.postroom.outbound.signing.DkimKeys;
import org.postroom.outbound.signing.DomainNews;
import org.postroom.outbound.signing.IssueKeys;
import org.postroom.outbound.signing.KeyPublisher;
import org.postroom.outbound.signing.PlatformKeys;
import org.postroom.outbound.signing.SendingChanges;
import org.postroom.outbound.signing.SendingDomains;
import org.postroom.outbound.signing.SignMail;
import org.postroom.outbound.signing.worker.KeyKeeper;
import org.postroom.outbound.signing.worker.RotationSettings;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of signing together. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.SEND)
class SigningConfiguration {

    @Bean
    IssueKeys issueKeys(DkimKeys keys, KeyPublisher publisher, RotationSettings settings, Clock clock) {
        return new IssueKeys(keys, publisher, settings.retireAfter(), clock);
    }

    @Bean
    DomainNews domainNews(SendingDomains domains, DkimKeys keys, IssueKeys issuing, List<SendingChanges> listeners) {
        return new DomainNews(domains, keys, issuing, listeners);
    }

    @Bean
    SignMail signMail(SendingDomains domains, DkimKeys keys, PlatformKeys platform) {
        return new SignMail(domains, new ChooseKeys(keys, platform));
    }

    @Bean
    RepeatedWork dkimKeyKeeping(
            DkimKeys keys,
            IssueKeys issuing,
            RotationSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        var template = new TransactionTemplate(transactions);
        return new RepeatedWork("dkim-keys", () -> new KeyKeeper(keys, issuing, settings, template, clock));
    }
}
