package org.postroom.verification.record.kafka;

import java.util.List;
import org.postroom.events.common.ServerOutcome;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.postroom.verification.record.ServerAnswer;

/** Name servers' answers in the form of events. */
final class AnswerEvents {

    private static final long NANOS_PER_MICRO = 1_000;

    private AnswerEvents() {}

    static org.postroom.events.common.ServerAnswer of(ServerAnswer answer) {
        return org.postroom.events.common.ServerAnswer.newBuilder()
                .setServer(answer.server())
                .setAddress(answer.address())
                .setOutcome(outcome(answer))
                .setValues(answer.answer() instanceof Found found ? found.values() : List.of())
                .setTtlSeconds(answer.answer() instanceof Found found ? found.ttlSeconds() : null)
                .setDurationMicros(answer.took().toNanos() / NANOS_PER_MICRO)
                .build();
    }

    private static ServerOutcome outcome(ServerAnswer answer) {
        return switch (answer.answer()) {
            case Found found -> ServerOutcome.ANSWERED;
            case NoRecord none -> none.nameExists() ? ServerOutcome.NO_SUCH_TYPE : ServerOutcome.NO_SUCH_NAME;
            case TryAgain unknown ->
                switch (unknown.cause()) {
                    case TIMED_OUT -> ServerOutcome.TIMED_OUT;
                    case UNREACHABLE -> ServerOutcome.UNREACHABLE;
                    case REFUSED -> ServerOutcome.REFUSED;
                    case SERVER_FAILURE -> ServerOutcome.SERVER_FAILURE;
                    case NOT_AUTHORITATIVE -> ServerOutcome.NOT_AUTHORITATIVE;
                    case MALFORMED -> ServerOutcome.MALFORMED;
                    case NOT_ASKED -> ServerOutcome.NOT_ASKED;
                };
        };
    }
}
