package org.postroom.local.registry.http;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.local.http.Answer;
import org.postroom.local.http.Call;
import org.postroom.local.http.HttpApi;
import org.postroom.local.registry.Change;
import org.postroom.local.registry.CompatibilityLevel;
import org.postroom.local.registry.Registry;

/** Compatibility levels, and the mode, which is always to read and write. */
final class LevelRoutes {

    private static final Answer READ_WRITE = Answer.json(Map.of("mode", "READWRITE"));

    private final Registry registry;

    LevelRoutes(Registry registry) {
        this.registry = registry;
    }

    void addTo(HttpApi.Builder routes) {
        routes.on("GET", "/config", call -> level(registry.level()))
                .on("PUT", "/config", call -> set(call, null))
                .on("DELETE", "/config", call -> takeBack(null))
                .on("GET", "/config/{subject}", this::ofSubject)
                .on("PUT", "/config/{subject}", call -> set(call, call.variable("subject")))
                .on("DELETE", "/config/{subject}", call -> takeBack(call.variable("subject")))
                .on("GET", "/mode", call -> READ_WRITE)
                .on("GET", "/mode/{subject}", call -> READ_WRITE);
    }

    private Answer ofSubject(Call call) {
        var subject = call.variable("subject");
        return registry.levelOf(subject)
                .or(() -> call.flag("defaultToGlobal") ? Optional.of(registry.level()) : Optional.empty())
                .map(LevelRoutes::level)
                .orElseGet(() -> Problem.SUBJECT_WITHOUT_LEVEL.about(subject));
    }

    private Answer set(Call call, @Nullable String subject) throws IOException {
        var name = call.json().path("compatibility").asString("");
        var level = CompatibilityLevel.named(name);
        if (level.isEmpty()) {
            return Problem.INVALID_LEVEL.about(name);
        }
        registry.set(new Change.LevelSet(subject, level.get()));
        return Answer.json(Map.of("compatibility", level.get().name()));
    }

    private Answer takeBack(@Nullable String subject) throws IOException {
        var before =
                subject == null ? registry.level() : registry.levelOf(subject).orElse(registry.level());
        registry.set(new Change.LevelSet(subject, null));
        return level(before);
    }

    private static Answer level(CompatibilityLevel level) {
        return Answer.json(Map.of("compatibilityLevel", level.name()));
    }
}
