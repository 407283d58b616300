package org.postroom.runtime.deadletter;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroom.runtime.text.StorableText;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/**
 * Why a record was set aside. Only what the failures are and where they arose: their messages may quote what the record says,
 * which is our users' and their customers', so they are not kept.
 *
 * @param words one line for people
 * @param trace where it arose, for developers; at most 8 000 characters
 */
record FailureReason(String words, String trace) {

    /** Of a record that is not at fault itself. */
    static final FailureReason BEHIND = new FailureReason("It waits for an earlier record of the same entity.", "");

    private static final String OURS = "org.postroom.";
    private static final int LONGEST_TRACE = 8_000;
    private static final int FRAMES = 40;

    static FailureReason of(Throwable failure) {
        List<Throwable> chain = FailureKind.chain(failure).stream()
                .filter(cause ->
                        !(cause instanceof ListenerExecutionFailedException wrapper && wrapper.getCause() != null))
                .toList();
        Throwable root = chain.getLast();
        String words = (FailureKind.of(failure) == FailureKind.UNREADABLE
                        ? "It is no event that can be read: "
                        : "Processing failed: ")
                + root.getClass().getSimpleName()
                + database(chain).orElse("")
                + place(chain).map(frame -> " at " + frame).orElse("");
        String trace = chain.stream().map(FailureReason::described).collect(Collectors.joining("caused by "));
        return new FailureReason(StorableText.of(words, 500), StorableText.of(trace, LONGEST_TRACE));
    }

    private static Optional<String> place(List<Throwable> chain) {
        return chain.reversed().stream()
                .flatMap(cause -> Stream.of(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(FailureReason::frame);
    }

    private static Optional<String> database(List<Throwable> chain) {
        return chain.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .map(refused -> " (the database's code " + refused.getSQLState() + ")");
    }

    private static String described(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .limit(FRAMES)
                .map(frame ->
                        "  at " + frame.getClassName() + '.' + frame.getMethodName() + ':' + frame.getLineNumber())
                .collect(Collectors.joining("\n", cause.getClass().getName() + "\n", "\n"));
    }

    private static String frame(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.substring(name.lastIndexOf('.') + 1) + '.' + frame.getMethodName() + ", line "
                + frame.getLineNumber();
    }
}
