package org.postroom.domain.signature.kafka;

import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.signature.Signature;
import org.postroom.events.configuration.SignatureConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code SignatureConfigured}. */
@Component
final class SignatureConfiguredPublisher extends ConfigurationPublisher<Signature> {

    SignatureConfiguredPublisher(Outbox outbox) {
        super(Signature.KIND, outbox);
    }

    @Override
    protected SignatureConfigured event(String organisationId, Entry<Signature> entry) {
        Signature signature = entry.value();
        return SignatureConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setSignatureId(entry.id())
                .setName(signature.name().value())
                .setHtml(signature.html())
                .setText(signature.text())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }
}
