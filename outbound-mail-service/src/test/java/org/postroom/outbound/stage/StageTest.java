package org.postroom.outbound.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class StageTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(BothStages.class);

    @Test
    void runsBothStagesUnlessToldOtherwise() {
        runner.run(context -> assertThat(context).hasBean("composing").hasBean("sending"));
    }

    @Test
    void runsOnlyTheStageThatIsNamed() {
        runner.withPropertyValues("postroom.outbound.stages=compose")
                .run(context -> assertThat(context).hasBean("composing").doesNotHaveBean("sending"));
        runner.withPropertyValues("postroom.outbound.stages=send")
                .run(context -> assertThat(context).doesNotHaveBean("composing").hasBean("sending"));
    }

    @Test
    void refusesAStageThatDoesNotExist() {
        runner.withPropertyValues("postroom.outbound.stages=deliver")
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    static class BothStages {

        @Bean
        @InStage(Stage.COMPOSE)
        String composing() {
            return "compose";
        }

        @Bean
        @InStage(Stage.SEND)
        String sending() {
            return "send";
        }
    }
}
