package org.postroom.inbound.reception;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.postroom.inbound.directory.DirectoryAnswer.UnprovenRedirect;

/** Tells the log of redirects that work. */
@FunctionalInterface
public interface RedirectPublisher {

    /**
     * Publishes that a mail came by a redirect.
     *
     * @return completes once every in-sync replica has it
     */
    CompletableFuture<?> publish(String organisationId, UnprovenRedirect redirect, Instant arrivedAt);
}
