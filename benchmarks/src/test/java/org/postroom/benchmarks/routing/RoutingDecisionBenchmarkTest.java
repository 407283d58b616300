package org.postroom.benchmarks.routing;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.infra.Blackhole;

/** Nobody runs a benchmark for weeks: this holds that it still begins, with all that the core needs on its class path. */
class RoutingDecisionBenchmarkTest {

    private static final Blackhole SINK = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void decides(int version) {
        var benchmark = new RoutingDecisionBenchmark();
        benchmark.waiting = 100;
        benchmark.version = version;
        benchmark.open();

        for (int round = 0; round < 100; round++) {
            assertThatCode(() -> benchmark.decide(SINK)).doesNotThrowAnyException();
        }
    }
}
