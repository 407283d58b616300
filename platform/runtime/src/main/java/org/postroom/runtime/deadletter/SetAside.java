package org.postroom.runtime.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where the records go that a listener could not process. A listener is named by its consumer group. */
interface SetAside {

    /**
     * Keeps a record durably, so that its listener may go on. Repeating it changes nothing.
     *
     * @throws RuntimeException where it could not be kept: the listener must not go on
     */
    void put(String listener, ConsumerRecord<?, ?> entry, FailureReason reason);

    /**
     * Keeps a record, too, where an earlier one of the same entity is set aside.
     *
     * @return true where it was kept, now or before, and must not be processed
     */
    boolean keepBehind(String listener, ConsumerRecord<?, ?> entry);

    /** Whether something of the same organisation is set aside, as far as is known without asking. */
    boolean holdsOf(String listener, ConsumerRecord<?, ?> entry);

    /** The listener got partitions, of which another replica may have set records aside. */
    void forget(String listener);
}
