package org.postroom.domain.library.kafka;

import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.library.Library;
import org.postroom.events.configuration.LibraryConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code LibraryConfigured}. */
@Component
final class LibraryConfiguredPublisher extends ConfigurationPublisher<Library> {

    LibraryConfiguredPublisher(Outbox outbox) {
        super(Library.KIND, outbox);
    }

    @Override
    protected LibraryConfigured event(String organisationId, Entry<Library> entry) {
        return LibraryConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setLibraryId(entry.id())
                .setName(entry.value().name().value())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }
}
