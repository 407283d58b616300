package org.postroom.inbound.reception;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.postroom.inbound.directory.DirectoryAnswer.UnprovenRedirect;

/** The log that is told of redirects that work. */
@FunctionalInterface
public interface RedirectLog {

    /**
     * Appends that a mail came by a redirect.
     *
     * @return completes once every in-sync replica has it
     */
    CompletableFuture<?> append(String organisationId, UnprovenRedirect redirect, Instant arrivedAt);
}
