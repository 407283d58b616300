package org.postroom.domain.cannedresponse.kafka;

import org.postroom.domain.cannedresponse.CannedResponse;
import org.postroom.domain.content.kafka.Substitutions;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.library.LibraryId;
import org.postroom.events.configuration.CannedResponseConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code CannedResponseConfigured}. */
@Component
final class CannedResponseConfiguredPublisher extends ConfigurationPublisher<CannedResponse> {

    CannedResponseConfiguredPublisher(Outbox outbox) {
        super(CannedResponse.KIND, outbox);
    }

    @Override
    protected CannedResponseConfigured event(String organisationId, Entry<CannedResponse> entry) {
        CannedResponse cannedResponse = entry.value();
        LibraryId library = cannedResponse.library();
        return CannedResponseConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setCannedResponseId(entry.id())
                .setName(cannedResponse.name().value())
                .setLibraryId(library == null ? null : library.value())
                .setHtml(cannedResponse.content().html())
                .setText(cannedResponse.content().text())
                .setSubstitutions(Substitutions.of(cannedResponse.content()))
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }
}
