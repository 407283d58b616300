package org.postroom.console.administration.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.console.administration.FieldChange;

class EntryKindTest {

    private final EntryKind addresses = Kinds.of("addresses");
    private final Options options =
            new Options(source -> source == Source.QUEUES ? Map.of("q1", "Support", "q2", "Billing") : Map.of());

    @Test
    void sendsOnlyTheFieldsOfTheWayThatWasChosen() {
        Entry entry = addresses.read(
                new Form(Map.of(
                        "route", List.of("FLOW"),
                        "flowId", List.of("f1"),
                        "queueId", List.of("q1"),
                        "priority", List.of("7"))),
                null);

        assertThat(addresses.body(entry))
                .containsEntry("flowId", "f1")
                .doesNotContainKeys("route", "queueId", "priority", "skills", "version");
    }

    @Test
    void refusesAWayWithoutWhatItCannotDoWithout() {
        Entry entry = addresses.read(new Form(Map.of("route", List.of("QUEUE"))), null);

        assertThat(addresses.complaints(entry)).containsOnlyKeys("queueId");
    }

    @Test
    void refusesWhatIsNoNumberAndSendsTheRest() {
        Entry entry = addresses.read(
                new Form(Map.of("route", List.of("QUEUE"), "queueId", List.of("q1"), "priority", List.of("very high"))),
                null);

        assertThat(addresses.complaints(entry).get("priority")).contains("but got \"very high\"");
        assertThat(addresses.body(entry)).containsEntry("queueId", "q1").doesNotContainKey("priority");
    }

    @Test
    void showsChangesByTheNamesOfThings() {
        List<Difference> differences = addresses.differences(
                List.of(new FieldChange("queueId", "q1", "q2"), new FieldChange("hiddenBcc[0]", null, List.of("a@b"))),
                options);

        assertThat(differences)
                .containsExactly(
                        new Difference("queueId", "Queue", "Support", "Billing"),
                        new Difference("hiddenBcc", "Hidden copies to", "–", "a@b"));
    }

    @Test
    void keepsTheVersionThatWasRead() {
        Entry entry =
                Kinds.of("skills").read(new Form(Map.of("version", List.of("4"), "name", List.of("Billing"))), "s1");

        assertThat(Kinds.of("skills").body(entry)).isEqualTo(Map.of("name", "Billing", "version", 4L));
    }
}
