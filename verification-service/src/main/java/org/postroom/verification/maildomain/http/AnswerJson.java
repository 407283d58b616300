package org.postroom.verification.maildomain.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.postroom.verification.record.ServerAnswer;

/**
 * What one name server answered.
 *
 * @param server its host name
 * @param address the address that was asked; null where none was
 * @param outcome ANSWERED, NO_SUCH_TYPE, NO_SUCH_NAME, or why nothing is known
 * @param values the values
 * @param alias the name that the asked one is an alias of; null where it is none
 * @param ttlSeconds how long resolvers may keep them; null where there are none
 * @param durationMillis how long the answer took
 * @param explanation what happened, after the server's name; null where it answered
 */
record AnswerJson(
        String server,
        @Nullable String address,
        String outcome,
        List<String> values,
        @Nullable String alias,
        @Nullable Long ttlSeconds,
        long durationMillis,
        @Nullable String explanation) {

    static AnswerJson of(ServerAnswer answer) {
        return switch (answer.answer()) {
            case Found found -> of(answer, "ANSWERED", found.values(), found.ttlSeconds(), null);
            case NoRecord none ->
                of(answer, none.nameExists() ? "NO_SUCH_TYPE" : "NO_SUCH_NAME", List.of(), null, null);
            case TryAgain unknown -> of(answer, unknown.cause().name(), List.of(), null, unknown.reason());
        };
    }

    private static AnswerJson of(
            ServerAnswer answer,
            String outcome,
            List<String> values,
            @Nullable Long ttlSeconds,
            @Nullable String explanation) {
        return new AnswerJson(
                answer.server(),
                answer.address(),
                outcome,
                values,
                answer.answer().aliasTarget(),
                ttlSeconds,
                answer.took().toMillis(),
                explanation);
    }
}
