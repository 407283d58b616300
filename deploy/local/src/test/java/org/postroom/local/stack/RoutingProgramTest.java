package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingProgramTest {

    @Test
    void givesItsArgumentsToRoutingsOwnProgram() {
        var arguments = List.of("--bootstrap-servers=broker:9092", "--registry", "http://registry:8081");

        assertThat(RoutingProgram.command(Path.of("routing.jar"), Optional.empty(), "replay", arguments))
                .containsSubsequence(
                        "-jar",
                        "routing.jar",
                        "replay",
                        "--bootstrap-servers=broker:9092",
                        "--registry",
                        "http://registry:8081");
    }

    @Test
    void saysHowToBuildTheProgramWhereItIsMissing(@TempDir Path project) {
        assertThatThrownBy(() -> RoutingProgram.run(project, Optional.empty(), "audit", List.of()))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("./postroom up");
    }
}
