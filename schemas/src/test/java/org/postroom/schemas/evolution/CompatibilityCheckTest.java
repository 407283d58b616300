package org.postroom.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.schemas.evolution.ReleasedSchemas.Released;

class CompatibilityCheckTest {

    private static final String TOPIC = "postroom.examples";
    private static final String NAME = "org.example.Painted";
    private static final String ID = "{'name':'id','type':'string'}";
    private static final String COLOUR =
            "{'name':'colour','type':{'type':'enum','name':'Colour','symbols':['UNKNOWN','RED'],'default':'UNKNOWN'}}";
    private static final Schema RELEASED = record(ID, COLOUR);

    static List<Arguments> compatibleChanges() {
        return List.of(
                Arguments.of("none", RELEASED),
                Arguments.of("a field with a default", record(ID, COLOUR, "{'name':'size','type':'int','default':0}")),
                Arguments.of(
                        "an optional field",
                        record(ID, COLOUR, "{'name':'n','type':['null','string'],'default':null}")),
                Arguments.of(
                        "another symbol where there is a default symbol",
                        record(ID, COLOUR.replace("'RED'", "'RED','BLUE'"))),
                Arguments.of("another order of fields", record(COLOUR, ID)));
    }

    static List<Arguments> incompatibleChanges() {
        return List.of(
                Arguments.of("a field without a default", record(ID, COLOUR, "{'name':'size','type':'int'}")),
                Arguments.of("a removed field that had no default", record(COLOUR)),
                Arguments.of("a renamed field", record(ID.replace("'id'", "'key'"), COLOUR)),
                Arguments.of("another type", record(ID.replace("string", "long"), COLOUR)),
                Arguments.of(
                        "a wider type, which old programs cannot read",
                        record(ID, COLOUR, "{'name':'w','type':'long','default':0}")),
                Arguments.of(
                        "a required field made optional", record(ID.replace("'string'", "['null','string']"), COLOUR)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("compatibleChanges")
    void acceptsChangesThatOldAndNewProgramsUnderstand(String change, Schema now) {
        assertThat(problems(now, released(1, RELEASED))).as(change).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incompatibleChanges")
    void refusesChangesThatOldOrNewProgramsDoNotUnderstand(String change, Schema now) {
        Released withNumber = released(1, record(ID, COLOUR, "{'name':'w','type':'int','default':0}"));
        Released old = change.startsWith("a wider type") ? withNumber : released(1, RELEASED);
        assertThat(problems(now, old)).as(change).isNotEmpty().allMatch(problem -> problem.contains(NAME));
    }

    @Test
    void comparesWithEveryVersionNotOnlyTheNewest() {
        // given
        Released first = released(1, record(ID, COLOUR, "{'name':'note','type':'string','default':''}"));
        Released second = released(2, record(ID, COLOUR));
        Schema now = record(ID, COLOUR, "{'name':'note','type':'int','default':0}");

        // then
        assertThat(problems(now, second)).isEmpty();
        assertThat(problems(now, first, second)).isNotEmpty().allMatch(problem -> problem.contains("version 1"));
    }

    @Test
    void refusesToLoseAReleasedSchema() {
        assertThat(CompatibilityCheck.problems(Map.of(), List.of(released(1, RELEASED))))
                .singleElement()
                .asString()
                .contains(NAME, TOPIC, "is gone");
    }

    @Test
    void acceptsAnythingBeforeTheFirstRelease() {
        assertThat(problems(RELEASED)).isEmpty();
    }

    private static List<String> problems(Schema now, Released... released) {
        return CompatibilityCheck.problems(Map.of(TOPIC, Map.of(NAME, now)), List.of(released));
    }

    private static Released released(int version, Schema schema) {
        return new Released(TOPIC, NAME, version, schema);
    }

    private static Schema record(String... fields) {
        String text = "{'type':'record','name':'Painted','namespace':'org.example','fields':["
                + String.join(",", fields)
                + "]}";
        return new Schema.Parser().parse(text.replace('\'', '"'));
    }
}
