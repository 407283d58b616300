package org.postroom.console.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.console.assignment.Candidate.WantedSkill;

class AssignmentWordsTest {

    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final String ARRIVED = "WORK_ARRIVED";
    private static final String AVAILABLE = "AGENT_AVAILABLE";

    @Test
    void saysThatNobodyElseCould() {
        assertThat(offer(ARRIVED, 0, able("Anna", 0, TEN), hindered("Bert", "ON_QUEUE"))
                        .whyThisAgent())
                .isEqualTo("Anna was the only one who could take it.");
        assertThat(offer(ARRIVED, 7, able("Anna", 0, TEN), hindered("Bert", "ON_QUEUE"))
                        .whyThisAgent())
                .isEqualTo("Of those who were looked at only Anna could take it.");
    }

    @Test
    void saysWhoHadTheFewestInHand() {
        var bert = able("Bert", 1, TEN);
        var words = offer(ARRIVED, 0, able("Anna", 0, TEN), bert);

        assertThat(words.whyThisAgent()).isEqualTo("Of those who could take it Anna had the fewest in hand: 0 of 2.");
        assertThat(words.whyNot(bert)).isEqualTo("Could take it too, but had more in hand: 1 of 2.");
        assertThat(words.whyNow()).isEqualTo("It was offered at once, as it entered the queue.");
    }

    @Test
    void saysWhoHadBeenIdleLongest() {
        var bert = able("Bert", 0, TEN.plusSeconds(1));
        var words = offer(ARRIVED, 0, able("Anna", 0, TEN), bert);

        assertThat(words.whyThisAgent())
                .isEqualTo(
                        "Nobody who could take it had fewer in hand than Anna (0 of 2), and of those with as few Anna"
                                + " had been idle longest.");
        assertThat(words.whyNot(bert)).isEqualTo("Could take it too, but had been idle for less long.");
        assertThat(words.whyNot(able("Cleo", 0, TEN)))
                .isEqualTo("Could take it too, but was equal in everything, and somebody has to be first.");
    }

    @Test
    void saysWhoIsBestSkilled() {
        var bert = skilled("Bert", 3);
        var words = offer(ARRIVED, 0, skilled("Anna", 8), bert);

        assertThat(words.whyThisAgent())
                .isEqualTo("Of those who could take it Anna has the skills that it asks for best.");
        assertThat(words.whyNot(bert))
                .isEqualTo("Could take it too, but has the skills that it asks for at lower levels.");
    }

    @Test
    void saysWhoBecameAble() {
        var bert = able("Bert", 0, TEN);
        var words = offer(AVAILABLE, 0, able("Anna", 1, TEN), bert);

        assertThat(words.whyThisAgent()).isEqualTo("Anna was the one who became able to take more work.");
        assertThat(words.whyNot(bert))
                .isEqualTo("Could take it too, but it was Anna who became able to take more work.");
        assertThat(words.whyNow()).contains("had waited", "highest score");
    }

    @Test
    void saysThatNobodyCould() {
        var words = new AssignmentWords(
                new Assignment(TEN, null, "UNKNOWN", new Score(10, 2.5), List.of(hindered("Bert", "ON_QUEUE")), 3));

        assertThat(words.whyThisAgent()).startsWith("Nobody could take it");
        assertThat(words.whyNow()).isEmpty();
    }

    @Test
    void doesNotMakeUpWhatWasNotKept() {
        var words = new AssignmentWords(new Assignment(TEN, "anna", "UNKNOWN", new Score(0, 1), List.of(), 0));

        assertThat(words.whyThisAgent()).contains("not kept yet");
        assertThat(words.whyNow()).isEqualTo("It had the highest score of all that this agent may take.");
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBER_OF_QUEUE, Does not serve the queue.",
        "HAS_SKILLS, 'Lacks Billing at level 3, Tax.'",
        "SPEAKS_LANGUAGE, 'Does not speak its language (speaks German (Austria), English).'",
        "ON_QUEUE, Was not on queue.",
        "HAS_CAPACITY, Had no room for more: 2 of 2 in hand.",
        "HAS_NOT_DECLINED, Declined it.",
        "IS_LUCKY, Is kept from it by a rule that this release of the console has no words for."
    })
    void hasWordsForEachRule(String rule, String words) {
        assertThat(offer(ARRIVED, 0, able("Anna", 0, TEN)).whyNot(hindered("Bert", rule)))
                .isEqualTo(words);
    }

    @Test
    void listsEveryRuleThatObjects() {
        var bert = hindered("Bert", "ON_QUEUE", "HAS_NOT_DECLINED");

        assertThat(offer(ARRIVED, 0, able("Anna", 0, TEN), bert).whyNot(bert))
                .isEqualTo("Was not on queue; declined it.");
    }

    @Test
    void saysAScoreByItsParts() {
        assertThat(new Score(10, 2.5).inWords()).isEqualTo("12.5 = priority 10 + 2.5 minutes waited");
    }

    private static AssignmentWords offer(String cause, int further, Candidate... candidates) {
        return new AssignmentWords(
                new Assignment(TEN, candidates[0].agentId(), cause, new Score(10, 2.5), List.of(candidates), further));
    }

    private static Candidate able(String name, int load, Instant idleSince) {
        return new Candidate(name, name, List.of(), List.of(), List.of(), "ON_QUEUE", load, 2, idleSince, null);
    }

    private static Candidate skilled(String name, @Nullable Integer levels) {
        return new Candidate(name, name, List.of(), List.of(), List.of(), "ON_QUEUE", 0, 2, TEN, levels);
    }

    private static Candidate hindered(String name, String... rules) {
        return new Candidate(
                name,
                name,
                List.of(rules),
                List.of(new WantedSkill("Billing", 3), new WantedSkill("Tax", 0)),
                List.of("de-AT", "en"),
                "OFF_QUEUE",
                2,
                2,
                null,
                null);
    }
}
