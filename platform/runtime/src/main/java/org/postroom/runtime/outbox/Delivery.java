package org.postroom.runtime.outbox;

import java.util.Objects;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** What became of one row when it was to be published. */
sealed interface Delivery {

    /** The broker has it. */
    record Acknowledged() implements Delivery {}

    /** It can never be published as it is, or must not pass one that cannot. */
    record SetAside(String reason) implements Delivery {}

    /** Not now; it will be tried again. */
    record Later() implements Delivery {}

    /** Failures are temporary until they are known to be for ever. */
    static Delivery failed(@Nullable Throwable cause) {
        return switch (cause) {
            case RecordTooLargeException tooLarge -> new SetAside(words(tooLarge));
            case SerializationException unreadable -> new SetAside(words(unreadable));
            case InvalidRecordException invalid -> new SetAside(words(invalid));
            case InvalidTopicException invalid -> new SetAside(words(invalid));
            case null, default -> new Later();
        };
    }

    private static String words(RuntimeException failure) {
        return failure.getClass().getSimpleName() + ": "
                + Objects.requireNonNullElse(failure.getMessage(), "no reason given");
    }
}
