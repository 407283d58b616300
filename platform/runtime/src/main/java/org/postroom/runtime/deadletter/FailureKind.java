package org.postroom.runtime.deadletter;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.serializer.DeserializationException;
import tools.jackson.core.JacksonException;

/** What a failure says about trying again. */
enum FailureKind {
    /** A part of our own is gone: no record could be processed, and this one will be once the part is back. */
    WAIT,
    /** It cannot be known. Trying again may help, within bounds. */
    UNCLEAR,
    /** It follows from the record and our code: trying again only makes sure. */
    CERTAIN,
    /** The record is no event that can be read. */
    UNREADABLE;

    /** Connection, resources, shutdown and the system around the database: SQL standard and PostgreSQL, appendix A. */
    private static final Set<String> DATABASE_IS_GONE = Set.of("08", "53", "57", "58");

    private static final Set<String> DATABASE_REFUSES = Set.of("22", "23", "54");
    private static final String QUERY_CANCELLED = "57014";
    private static final String READ_ONLY = "25006";
    private static final int DEEPEST = 32;

    /** Judges by the failure and everything that caused it; what says that a part is gone counts more than the rest. */
    static FailureKind of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        if (any(chain, DeserializationException.class::isInstance)) {
            return UNREADABLE;
        }
        if (any(chain, FailureKind::isGone)) {
            return WAIT;
        }
        return any(chain, FailureKind::isCertain) ? CERTAIN : UNCLEAR;
    }

    /** The failure, and what caused it, from the outside in. */
    static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        @Nullable Throwable next = failure;
        while (next != null && chain.size() < DEEPEST && !chain.contains(next)) {
            chain.add(next);
            next = next.getCause();
        }
        return chain;
    }

    private static boolean any(List<Throwable> chain, Predicate<Throwable> rule) {
        return chain.stream().anyMatch(rule);
    }

    private static boolean isGone(Throwable cause) {
        return switch (cause) {
            case SetAsideFullException full -> true;
            case RetriableException broker -> true;
            case InterruptedException stopping -> true;
            case ConnectException unreachable -> true;
            case SocketTimeoutException silent -> true;
            case UnknownHostException unknown -> true;
            case SQLTransientConnectionException unreachable -> true;
            case SQLNonTransientConnectionException unreachable -> true;
            case SQLRecoverableException unreachable -> true;
            case SQLException database -> isGone(database.getSQLState());
            default ->
                // by name, since a service without a database has neither class
                isOf(cause, "org.springframework.jdbc.CannotGetJdbcConnectionException")
                        || isOf(cause, "org.springframework.transaction.CannotCreateTransactionException");
        };
    }

    private static boolean isGone(@Nullable String state) {
        return state != null
                && state.length() == 5
                && !state.equals(QUERY_CANCELLED)
                && (state.equals(READ_ONLY) || DATABASE_IS_GONE.contains(state.substring(0, 2)));
    }

    private static boolean isCertain(Throwable cause) {
        return switch (cause) {
            case NullPointerException bug -> true;
            case ClassCastException bug -> true;
            case IllegalArgumentException bug -> true;
            case IndexOutOfBoundsException bug -> true;
            case ArithmeticException bug -> true;
            case UnsupportedOperationException bug -> true;
            case NoSuchElementException bug -> true;
            case DateTimeException bug -> true;
            case RecordTooLargeException tooLarge -> true;
            case SerializationException unwritable -> true;
            case JacksonException unwritable -> true;
            case SQLException refused -> {
                String state = refused.getSQLState();
                yield state != null && state.length() == 5 && DATABASE_REFUSES.contains(state.substring(0, 2));
            }
            default -> isOf(cause, "org.postroom.runtime.outbox.OversizeEventException");
        };
    }

    private static boolean isOf(Throwable cause, String name) {
        return cause.getClass().getName().equals(name);
    }
}
