package org.postroom.runtime.deadletter;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a record is about, and so what must stay in order when it is set aside: an organisation as a whole, or one thing of
 * it. A whole stays behind its parts and a part behind its whole; things side by side do not know of each other.
 *
 * @param path {@code organisation} or {@code organisation/kind/id}; of a record about which nothing can be said, its place
 *     in the log, which is related to nothing
 */
record RecordEntity(String path) {

    private static final char SEPARATOR = '/';

    /** From the one that an event follows most closely: an interaction's offer names an agent too. */
    private static final List<String> KINDS =
            List.of("interactionId", "domainId", "smtpServerId", "emailId", "agentId");

    private static final String ID = "Id";

    /** What a record is about. */
    static RecordEntity of(ConsumerRecord<?, ?> entry) {
        String key = entry.key() instanceof String text ? text : "";
        if (key.indexOf(SEPARATOR) > 0) {
            return new RecordEntity(key);
        }
        if (entry.value() instanceof SpecificRecord event) {
            Optional<String> organisation = text(event, "organisationId");
            if (organisation.isPresent()) {
                return part(organisation.get(), event);
            }
        }
        return new RecordEntity("@" + entry.topic() + SEPARATOR + entry.partition() + SEPARATOR + entry.offset());
    }

    /** The organisation, or what stands for it: the first step of the path. */
    String root() {
        int end = path.indexOf(SEPARATOR);
        return end < 0 ? path : path.substring(0, end);
    }

    /** Whether the order of the two matters. */
    boolean isRelatedTo(String other) {
        return path.equals(other) || path.startsWith(other + SEPARATOR) || other.startsWith(path + SEPARATOR);
    }

    private static RecordEntity part(String organisation, SpecificRecord event) {
        for (String kind : KINDS) {
            Optional<String> id = text(event, kind);
            if (id.isPresent()) {
                String name = kind.substring(0, kind.length() - ID.length());
                return new RecordEntity(organisation + SEPARATOR + name + SEPARATOR + id.get());
            }
        }
        return new RecordEntity(organisation);
    }

    private static Optional<String> text(SpecificRecord event, String name) {
        Schema.@Nullable Field field = event.getSchema().getField(name);
        return field == null
                ? Optional.empty()
                : Optional.ofNullable(event.get(field.pos())).map(Object::toString);
    }
}
