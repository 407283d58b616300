package org.postroom.inbound.mailbox.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.time.Clock;
import org.postroom.inbound.mailbox.MailboxConnector;
import org.postroom.inbound.mailbox.MailboxLeases;
import org.postroom.inbound.mailbox.MailboxPublisher;
import org.postroom.inbound.mailbox.Mailboxes;
import org.postroom.inbound.mailbox.Pull;
import org.postroom.inbound.mailbox.imap.MailboxSettings;
import org.postroom.inbound.mailbox.jdbc.MailboxDatabase;
import org.postroom.inbound.mailbox.jdbc.WithMailboxes;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has mail fetched from mailboxes. */
@Configuration(proxyBeanMethods = false)
@WithMailboxes
class WorkerConfiguration {

    @Bean
    RepeatedWork mailboxWork(
            Mailboxes mailboxes,
            MailboxLeases leases,
            MailboxConnector connector,
            Pull pull,
            MailboxPublisher publisher,
            MailboxDatabase database,
            MailboxSettings settings,
            MeterRegistry registry,
            IdSource ids,
            Clock clock) {
        var parts = new Fetching.Parts(mailboxes, connector, pull, publisher, database, settings, clock);
        MultiGauge failing = MultiGauge.builder("postroom.mailbox.failing")
                .description("For how long nothing could be fetched from a mailbox; 0 where all is well")
                .baseUnit("seconds")
                .register(registry);
        return new RepeatedWork("mailboxes", () -> new MailboxWork(leases, parts, ids.next(), failing));
    }
}
