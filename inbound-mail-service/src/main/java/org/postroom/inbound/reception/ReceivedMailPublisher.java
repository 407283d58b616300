package org.postroom.inbound.reception;

import java.util.concurrent.CompletableFuture;

/** Puts a mail on the log, which makes it everyone's. */
@FunctionalInterface
public interface ReceivedMailPublisher {

    /**
     * Publishes a mail.
     *
     * @return completes once every in-sync replica has it; fails where the log could not be reached in time, and then
     *     the mail may or may not be there
     */
    CompletableFuture<?> publish(ReceivedMail mail);
}
