package org.postroom.domain.wrapupcode.kafka;

import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.wrapupcode.WrapUpCode;
import org.postroom.events.configuration.WrapUpCodeConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code WrapUpCodeConfigured}. */
@Component
final class WrapUpCodeConfiguredPublisher extends ConfigurationPublisher<WrapUpCode> {

    WrapUpCodeConfiguredPublisher(Outbox outbox) {
        super(WrapUpCode.KIND, outbox);
    }

    @Override
    protected WrapUpCodeConfigured event(String organisationId, Entry<WrapUpCode> entry) {
        return WrapUpCodeConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setWrapUpCodeId(entry.id())
                .setName(entry.value().name().value())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }
}
