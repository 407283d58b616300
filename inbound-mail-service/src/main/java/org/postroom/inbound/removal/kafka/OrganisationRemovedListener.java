package org.postroom.inbound.removal.kafka;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.runtime.message.MessageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Removes the stored messages of an organisation that was removed, received and composed alike: they lie under its name.
 * A store that cannot be reached is asked again until all is gone.
 */
@Component
class OrganisationRemovedListener {

    private static final Logger LOG = LoggerFactory.getLogger(OrganisationRemovedListener.class);

    private final MessageStore store;

    OrganisationRemovedListener(MessageStore store) {
        this.store = store;
    }

    @KafkaListener(id = "removal", groupId = "inbound-mail-removal", topics = "postroom.domain-events")
    void on(ConsumerRecord<String, @Nullable Object> entry) throws IOException {
        if (entry.value() instanceof OrganisationRemoved removed) {
            store.removeAll(removed.getOrganisationId());
            LOG.atInfo()
                    .addKeyValue("organisationId", removed.getOrganisationId())
                    .log("The stored messages of a removed organisation were removed");
        }
    }
}
