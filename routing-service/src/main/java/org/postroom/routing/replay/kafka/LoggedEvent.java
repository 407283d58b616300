package org.postroom.routing.replay.kafka;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.postroom.events.interaction.DiscardReason;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.routing.replay.Comparison;

/** An event that stands in the log. */
final class LoggedEvent implements Comparison.Side {

    private final TopicPartition partition;
    private final long offset;
    private final byte[] value;
    private final Instant at;
    private final boolean late;
    private final EventForm form;

    /**
     * @param at the moment of the decision
     * @param late true where it may follow from a record of the journal that this replay does not come to
     */
    LoggedEvent(ConsumerRecord<String, byte[]> event, Instant at, boolean late, EventForm form) {
        this.partition = new TopicPartition(event.topic(), event.partition());
        this.offset = event.offset();
        this.value = event.value();
        this.at = at;
        this.late = late;
        this.form = form;
    }

    TopicPartition partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    /** Its bytes. */
    byte[] value() {
        return value;
    }

    @Override
    public Instant at() {
        return at;
    }

    String topic() {
        return partition.topic();
    }

    @Override
    public String place() {
        return partition.topic() + " " + partition.partition() + " at " + offset;
    }

    @Override
    public String text() {
        var event = form.read(topic(), value);
        return event.getSchema().getName() + " " + event;
    }

    @Override
    public boolean isSame(Comparison.Side other) {
        return other.isSame(this);
    }

    /** A mail that could not even be put into the journal ends beside it. */
    @Override
    public boolean mayStandAlone() {
        if (late) {
            return true;
        }
        var event = form.read(topic(), value);
        return event.getSchema()
                        .getFullName()
                        .equals(EmailDiscarded.getClassSchema().getFullName())
                && String.valueOf(event.get("reason")).equals(DiscardReason.DECISION_FAILED.name());
    }
}
