package org.postroom.outbound.stage;

import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Compares a bean's stage with the stages that this process runs. */
final class StageCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var attributes = Objects.requireNonNull(metadata.getAnnotationAttributes(InStage.class.getName()));
        Set<Stage> running = Binder.get(context.getEnvironment())
                .bindOrCreate("postroom.outbound", StageSettings.class)
                .stages();
        return running.contains((Stage) attributes.get("value"));
    }
}
