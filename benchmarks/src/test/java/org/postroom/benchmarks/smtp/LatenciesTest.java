package org.postroom.benchmarks.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void tellsPercentilesInMilliseconds() {
        Latencies latencies = Latencies.of(LongStream.rangeClosed(1, 200)
                .map(number -> number * 1_000_000)
                .boxed()
                .toList());

        assertThat(latencies.percentile(50)).isEqualTo(100);
        assertThat(latencies.percentile(99)).isEqualTo(198);
        assertThat(latencies.percentile(100)).isEqualTo(200);
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(Latencies.of(List.of()).percentile(99)).isNaN();
    }
}
