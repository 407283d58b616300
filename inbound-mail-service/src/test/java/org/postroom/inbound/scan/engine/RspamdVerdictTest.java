package org.postroom.inbound.scan.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.inbound.scan.Answer;
import org.postroom.inbound.scan.Scan;
import org.postroom.inbound.scan.Scan.Outcome;

class RspamdVerdictTest {

    @ParameterizedTest
    @CsvSource({
        "no action, 1, CLEAN",
        "greylist, 5, CLEAN",
        "add header, 7, SPAM",
        "rewrite subject, 9, SPAM",
        "reject, 20, SPAM",
        "quarantine, 20, SPAM",
        "an operator's own, 9, CLEAN",
        "an operator's own, 20, SPAM"
    })
    void takesAnActionAsAdvice(String action, double score, Outcome outcome) throws IOException {
        Answer answer = of("""
                {"action": "%s", "score": %s, "required_score": 15, "symbols": {}}""".formatted(action, score));

        assertThat(answer)
                .isEqualTo(new Answer.Found(new Scan(outcome, "rspamd", OptionalDouble.of(score), List.of())));
    }

    @Test
    void leavesAMailWithItsSenderThatRspamdWantsToSeeAgain() throws IOException {
        assertThat(of("{\"action\": \"soft reject\", \"score\": 0}")).isEqualTo(new Answer.Later());
    }

    @Test
    void namesTheRulesThatSpeakForItTheHeaviestFirst() throws IOException {
        String answer = """
                {"action": "%s", "score": 8, "symbols": {
                  "LIGHT": {"score": 0.5}, "GOOD": {"score": -3}, "HEAVY": {"score": 7.5}, "NOTED": {"score": 0}, "ODD": 1}}""";

        assertThat(scan(of(answer.formatted("reject"))).reasons()).containsExactly("HEAVY", "LIGHT", "NOTED", "ODD");
        assertThat(scan(of(answer.formatted("no action"))).reasons()).containsExactly("HEAVY", "LIGHT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "[]", "{}", "{\"action\": 1, \"score\": 1}", "{\"action\": \"reject\"}", "{\"act"})
    void takesNothingElseForAnAnswer(String answer) {
        assertThatThrownBy(() -> of(answer)).isInstanceOf(IOException.class).hasMessageStartingWith("expected ");
    }

    private static Answer of(String json) throws IOException {
        return RspamdVerdict.of(json.getBytes(UTF_8));
    }

    private static Scan scan(Answer answer) {
        return ((Answer.Found) answer).scan();
    }
}
