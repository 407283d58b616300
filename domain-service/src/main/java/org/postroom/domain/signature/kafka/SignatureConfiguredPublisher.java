package org.postroom.domain.signature.kafka;

import org.postroom.domain.content.kafka.Substitutions;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.library.LibraryId;
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
        LibraryId library = signature.library();
        return SignatureConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setSignatureId(entry.id())
                .setName(signature.name().value())
                .setLibraryId(library == null ? null : library.value())
                .setHtml(signature.content().html())
                .setText(signature.content().text())
                .setSubstitutions(Substitutions.of(signature.content()))
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }
}
