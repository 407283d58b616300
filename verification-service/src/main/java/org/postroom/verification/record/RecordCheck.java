package org.postroom.verification.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expected record and what DNS really holds for it.
 *
 * @param expected the record as issued
 * @param status the verdict
 * @param found the values found, of all servers, each once
 * @param mistake the usual mistake that was recognised; null where none was
 * @param cure one sentence on what is wrong and how to cure it; null where all is well
 * @param answers what each server answered
 * @param ttlSeconds the lowest time to live seen; null where nothing was found
 */
public record RecordCheck(
        ExpectedRecord expected,
        RecordStatus status,
        List<String> found,
        @Nullable Mistake mistake,
        @Nullable String cure,
        List<ServerAnswer> answers,
        @Nullable Long ttlSeconds) {

    /** Copies the lists. */
    public RecordCheck {
        found = List.copyOf(found);
        answers = List.copyOf(answers);
    }

    /** Whether two checks of the same record tell the administrator the same. */
    public boolean sameOutcome(RecordCheck other) {
        return expected.equals(other.expected) && status == other.status && found.equals(other.found);
    }

    /** The name servers asked, each once. */
    public List<String> servers() {
        return answers.stream().map(ServerAnswer::server).distinct().toList();
    }
}
