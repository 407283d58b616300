package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StartupTest {

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void runsEachStepAfterWhatItNeeds() {
        new Startup(Progress.SILENT)
                .run(List.of(step("broker"), step("registry", "broker"), step("service", "registry", "broker")));

        assertThat(done).containsExactly("broker", "registry", "service");
    }

    @Test
    void doesNotWaitForStepsThatAreNotPartOfThisStart() {
        new Startup(Progress.SILENT).run(List.of(step("service", "registry")));

        assertThat(done).containsExactly("service");
    }

    @Test
    void startsNothingMoreAfterAFailureAndTellsItsCause() {
        var failing = new Step("broker", List.of(), () -> {
            throw new StackException("The broker's folder is not a folder.");
        });

        assertThatThrownBy(() -> new Startup(Progress.SILENT).run(List.of(failing, step("service", "broker"))))
                .isInstanceOf(StackException.class)
                .hasMessage("The broker's folder is not a folder.");
        assertThat(done).isEmpty();
    }

    private Step step(String name, String... needs) {
        return new Step(name, List.of(needs), () -> done.add(name));
    }
}
