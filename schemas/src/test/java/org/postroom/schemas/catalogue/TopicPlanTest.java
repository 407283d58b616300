package org.postroom.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postroom.schemas.catalogue.TopicPlan.Shape;

class TopicPlanTest {

    private static final List<Shape> WANTED = TopicPlan.wanted(6);

    @Test
    void wantsEveryTopicAndItsDeadLetterTopic() {
        List<String> expected = new ArrayList<>();
        Topics.all().forEach(topic -> expected.add(topic.name()));
        Topics.all().forEach(topic -> expected.add(topic.deadLetters()));
        assertThat(WANTED).extracting(Shape::name).containsExactlyElementsOf(expected);
        assertThat(WANTED).extracting(Shape::partitions).containsOnly(6);
    }

    @Test
    void keepsRecordsAsTheCatalogueSays() {
        assertThat(wanted("postroom.configuration")).containsEntry("cleanup.policy", "compact");
        assertThat(wanted("postroom.email-events")).containsEntry("retention.ms", "-1");
        assertThat(wanted("postroom.email-events.dead-letters")).containsEntry("retention.ms", "-1");
        assertThat(wanted("postroom.routing-commands")).containsEntry("retention.ms", "604800000");
        assertThat(wanted("postroom.routing-journal")).containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void createsWhatIsMissing() {
        assertThat(TopicPlan.of(WANTED, Map.of())).isEqualTo(new TopicPlan(WANTED, Map.of(), List.of()));
    }

    @Test
    void leavesAloneWhatIsAsItShouldBeHoweverElseItIsConfigured() {
        // given
        Map<String, Shape> present = present();
        present.replaceAll((name, shape) -> configured(shape, "max.message.bytes", "2000000"));

        // then
        assertThat(TopicPlan.of(WANTED, present)).isEqualTo(new TopicPlan(List.of(), Map.of(), List.of()));
    }

    @Test
    void correctsOnlyTheKeysThatDiffer() {
        // given
        Map<String, Shape> present = present();
        present.computeIfPresent("postroom.email-events", (_, shape) -> configured(shape, "cleanup.policy", "compact"));

        // then
        assertThat(TopicPlan.of(WANTED, present).corrections())
                .isEqualTo(Map.of("postroom.email-events", Map.of("cleanup.policy", "delete")));
    }

    @Test
    void refusesAnotherNumberOfPartitions() {
        // given
        Map<String, Shape> present = present();
        present.computeIfPresent("postroom.email-events", (name, shape) -> new Shape(name, 3, shape.configuration()));

        // then
        assertThat(TopicPlan.of(WANTED, present).refusals())
                .singleElement()
                .asString()
                .contains("postroom.email-events", "6 partitions", "set postroom.topics.partitions to 3");
    }

    private static Map<String, String> wanted(String topic) {
        return present().get(topic).configuration();
    }

    private static Map<String, Shape> present() {
        return new HashMap<>(WANTED.stream().collect(Collectors.toMap(Shape::name, Function.identity())));
    }

    private static Shape configured(Shape shape, String key, String value) {
        Map<String, String> configuration = new HashMap<>(shape.configuration());
        configuration.put(key, value);
        return new Shape(shape.name(), shape.partitions(), configuration);
    }
}
