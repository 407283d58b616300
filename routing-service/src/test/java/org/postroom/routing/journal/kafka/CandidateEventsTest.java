package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.events.common.CandidateRule;
import org.postroom.routing.acd.Dispatcher;

class CandidateEventsTest {

    @ParameterizedTest
    @MethodSource("rules")
    void hasANameInEventsForEachRule(String rule) {
        assertThat(CandidateEvents.rule(rule).name())
                .as("a symbol of CandidateRule in Candidate.avdl, and words for it in the console")
                .isEqualTo(rule);
    }

    @Test
    void saysUnknownOfARuleThatEventsHaveNoNameFor() {
        assertThat(CandidateEvents.rule("IS_LUCKY")).isEqualTo(CandidateRule.UNKNOWN);
    }

    static List<String> rules() {
        return Dispatcher.rules();
    }
}
