package org.postroom.runtime.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class TypedIdsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Record> ids() {
        return Stream.of(
                new OrganisationId("0190-a"),
                new DomainId("0190-a"),
                new InteractionId("0190-a"),
                new ReplyId("0190-a"),
                new AgentId("0190-a"));
    }

    /** What is stored and answered as JSON must not change because its type did. */
    @ParameterizedTest
    @MethodSource("ids")
    void areTheirTextInJsonAndInLogs(Record id) {
        assertThat(JSON.writeValueAsString(id)).isEqualTo("\"0190-a\"");
        assertThat(JSON.readValue("\"0190-a\"", id.getClass())).isEqualTo(id);
        assertThat(id).hasToString("0190-a");
    }
}
