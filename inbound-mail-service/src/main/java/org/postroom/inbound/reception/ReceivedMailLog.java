package org.postroom.inbound.reception;

import java.util.concurrent.CompletableFuture;

/** The log that makes a mail everyone's. */
@FunctionalInterface
public interface ReceivedMailLog {

    /**
     * Appends a mail.
     *
     * @return completes once every in-sync replica has it; fails where the log could not be reached in time, and then
     *     the mail may or may not be there
     */
    CompletableFuture<?> append(ReceivedMail mail);
}
