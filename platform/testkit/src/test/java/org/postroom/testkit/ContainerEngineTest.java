package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainerEngineTest {

    @Test
    void saysInOneSentenceThatTheEngineIsMissing() {
        assertThatThrownBy(() -> ContainerEngine.requireIf(true, () -> false))
                .hasNoCause()
                .hasMessage("Expected a container engine for -Pcontainers, but Docker does not answer:"
                        + " install one, or run without -Pcontainers");
    }

    @Test
    void isSilentWhereTheEngineAnswers() {
        assertThatCode(() -> ContainerEngine.requireIf(true, () -> true)).doesNotThrowAnyException();
    }

    @Test
    void asksNoEngineWhereNoContainersAreWanted() {
        assertThatCode(() -> ContainerEngine.requireIf(false, () -> {
                    throw new AssertionError("asked");
                }))
                .doesNotThrowAnyException();
    }
}
