package org.postroom.inbound.reception.kafka;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.postroom.events.domain.RedirectedMailArrived;
import org.postroom.inbound.directory.DirectoryAnswer.UnprovenRedirect;
import org.postroom.inbound.reception.RedirectPublisher;
import org.postroom.runtime.kafka.EventPublisher;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Publishes RedirectedMailArrived. */
@Component
final class RedirectedMailPublisher implements RedirectPublisher {

    private final EventPublisher publisher;

    RedirectedMailPublisher(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public CompletableFuture<?> publish(String organisationId, UnprovenRedirect redirect, Instant arrivedAt) {
        try {
            return publisher.publish(
                    Topics.DOMAIN_EVENTS,
                    organisationId,
                    new RedirectedMailArrived(organisationId, redirect.domainId(), redirect.domainName(), arrivedAt));
        } catch (RuntimeException unreachable) {
            // As with a received mail: the producer throws where it has no metadata or no schema yet.
            return CompletableFuture.failedFuture(unreachable);
        }
    }
}
