package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void showsTimeLevelMessageAndKeysOfAStructuredLine() {
        var line = """
                {"@timestamp":"2026-11-22T22:42:25.605Z","log":{"level":"INFO","logger":"x"},\
                "message":"The domain is verified","organisationId":"acme","ecs":{"version":"8.11"}}""";

        assertThat(LogLine.readable(line)).isEqualTo("22:42:25.605 INFO  The domain is verified organisationId=acme");
    }

    @Test
    void showsTheTraceOfAnError() {
        var line = """
                {"@timestamp":"2026-11-22T22:42:25.605Z","log":{"level":"ERROR"},"message":"No",\
                "error":{"type":"E","message":"m","stack_trace":"E: m\\n\\tat a.B"}}""";

        assertThat(LogLine.readable(line)).isEqualTo("22:42:25.605 ERROR No\nE: m\n\tat a.B");
    }

    @Test
    void leavesOtherLinesAlone() {
        assertThat(LogLine.readable("{not json")).isEqualTo("{not json");
        assertThat(LogLine.readable("Ready")).isEqualTo("Ready");
    }
}
