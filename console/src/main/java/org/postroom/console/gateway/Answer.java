package org.postroom.console.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered to a user's request: it did it, or it refused with a reason to show to the user.
 *
 * @param <T> what the service returns when it did it
 */
public sealed interface Answer<T> {

    /**
     * The service did it.
     *
     * @param value what it returned
     */
    record Done<T>(T value) implements Answer<T> {}

    /**
     * The service refused.
     *
     * @param reason what kind of refusal it is
     * @param detail why, in one sentence
     * @param errors the fields at fault, if the service named any
     * @param retryAfter how long to wait before asking again; null where the service did not say
     */
    record Refused<T>(
            Reason reason,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter) implements Answer<T> {

        /** Copies the errors. */
        public Refused {
            errors = List.copyOf(errors);
        }

        /** True where what was changed is not what it was when it was read, or is in use. */
        public boolean conflict() {
            return reason == Reason.CONFLICT;
        }

        /** The rules that were broken, by the field of the form: what is wrong inside a list stands at the list. */
        public Map<String, String> errorsByField() {
            return errors.stream()
                    .collect(Collectors.toMap(FieldError::root, FieldError::rule, (one, other) -> one + "; " + other));
        }
    }

    /** The kinds of refusals that pages tell apart. */
    enum Reason {
        /** Some field breaks a rule. */
        INVALID,
        /** The state of things forbids it: a version that is not the newest, something that is in use. */
        CONFLICT,
        /** The user may not do it. */
        FORBIDDEN,
        /** It was asked for too often. */
        TOO_OFTEN,
        /** Any other. */
        OTHER
    }

    /**
     * A field that broke a rule.
     *
     * @param field the field's path as sent
     * @param rule the rule, in the form "expected …, but …"
     */
    record FieldError(String field, String rule) {

        private String root() {
            return field.split("[\\[.]", 2)[0];
        }
    }

    /** Handles both answers. */
    default <R> R fold(Function<? super T, ? extends R> done, Function<Refused<T>, ? extends R> refused) {
        return switch (this) {
            case Done<T>(T value) -> done.apply(value);
            case Refused<T> no -> refused.apply(no);
        };
    }
}
