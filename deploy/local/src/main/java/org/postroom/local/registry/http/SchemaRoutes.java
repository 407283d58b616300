package org.postroom.local.registry.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.postroom.local.http.Answer;
import org.postroom.local.http.Call;
import org.postroom.local.http.HttpApi;
import org.postroom.local.registry.Registry;
import org.postroom.local.registry.SchemaVersion;

/** Schemas by their ids. */
final class SchemaRoutes {

    private final Registry registry;

    SchemaRoutes(Registry registry) {
        this.registry = registry;
    }

    void addTo(HttpApi.Builder routes) {
        routes.on("GET", "/", call -> Answer.json(Map.of()))
                .on("GET", "/schemas", this::all)
                .on("GET", "/schemas/types", call -> Answer.json(List.of("AVRO")))
                .on("GET", "/schemas/ids/{id}", call -> schema(call, text -> Answer.json(Map.of("schema", text))))
                .on("GET", "/schemas/ids/{id}/schema", call -> schema(call, SchemaRoutes::text))
                .on("GET", "/schemas/ids/{id}/subjects", this::subjects)
                .on("GET", "/schemas/ids/{id}/versions", this::versions);
    }

    private Answer all(Call call) {
        var prefix = call.parameter("subjectPrefix").orElse("");
        boolean latestOnly = call.flag("latestOnly");
        return Answer.json(registry.names(call.flag("deleted")).stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> registry.versions(name, call.flag("deleted")))
                .flatMap(versions -> latestOnly ? List.of(versions.getLast()).stream() : versions.stream())
                .map(SubjectRoutes::asJson)
                .toList());
    }

    private Answer schema(Call call, Function<String, Answer> form) {
        return registry.schema(id(call)).map(form).orElseGet(() -> Problem.SCHEMA_NOT_FOUND.about(call.variable("id")));
    }

    private Answer subjects(Call call) {
        return schema(
                call,
                text -> Answer.json(registry.uses(id(call), call.flag("deleted")).stream()
                        .map(SchemaVersion::subject)
                        .distinct()
                        .toList()));
    }

    private Answer versions(Call call) {
        return schema(
                call,
                text -> Answer.json(registry.uses(id(call), call.flag("deleted")).stream()
                        .map(use -> Map.of("subject", use.subject(), "version", use.version()))
                        .toList()));
    }

    private static int id(Call call) {
        var text = call.variable("id");
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("Expected a schema id, but got " + text);
        }
        return Integer.parseInt(text);
    }

    static Answer text(String schema) {
        return new Answer(200, "", schema.getBytes(UTF_8));
    }
}
