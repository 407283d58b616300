package org.postroom.local.registry.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.postroom.local.http.Answer;
import org.postroom.local.http.Call;
import org.postroom.local.http.HttpApi;
import org.postroom.local.registry.Registry;
import org.postroom.local.registry.Registry.Registration.Incompatible;
import org.postroom.local.registry.Registry.Registration.Registered;
import org.postroom.local.registry.SchemaVersion;

/** Subjects and their versions. */
final class SubjectRoutes {

    private final Registry registry;

    SubjectRoutes(Registry registry) {
        this.registry = registry;
    }

    void addTo(HttpApi.Builder routes) {
        routes.on("GET", "/subjects", this::names)
                .on("POST", "/subjects/{subject}", this::find)
                .on("DELETE", "/subjects/{subject}", this::deleteSubject)
                .on("GET", "/subjects/{subject}/versions", this::versions)
                .on("POST", "/subjects/{subject}/versions", this::register)
                .on("GET", "/subjects/{subject}/versions/{version}", call -> version(call, SubjectRoutes::body))
                .on("GET", "/subjects/{subject}/versions/{version}/schema", call -> version(call, SubjectRoutes::text))
                .on("DELETE", "/subjects/{subject}/versions/{version}", this::deleteVersion)
                .on("POST", "/compatibility/subjects/{subject}/versions", this::testAgainstAll)
                .on("POST", "/compatibility/subjects/{subject}/versions/{version}", this::testAgainstOne);
    }

    private Answer names(Call call) {
        var prefix = call.parameter("subjectPrefix").orElse("");
        return Answer.json(registry.names(call.flag("deleted")).stream()
                .filter(name -> name.startsWith(prefix))
                .toList());
    }

    private Answer versions(Call call) {
        var versions = registry.versions(call.variable("subject"), call.flag("deleted"));
        return versions.isEmpty() ? Problem.SUBJECT_NOT_FOUND.about(call.variable("subject")) : numbers(versions);
    }

    private Answer version(Call call, Body body) {
        var subject = call.variable("subject");
        var number = call.variable("version");
        if (registry.versions(subject, call.flag("deleted")).isEmpty()) {
            return Problem.SUBJECT_NOT_FOUND.about(subject);
        }
        if (!isVersion(number)) {
            return Problem.INVALID_VERSION.about(number);
        }
        return version(subject, number, call.flag("deleted"))
                .map(body::of)
                .orElseGet(() -> Problem.VERSION_NOT_FOUND.about(number));
    }

    private Answer register(Call call) throws IOException {
        return switch (call.json(SchemaRequest.class).parse()) {
            case SchemaRequest.Parsed.Invalid(var reason) -> Problem.INVALID_SCHEMA.about(reason);
            case SchemaRequest.Parsed.Valid(var schema) -> register(call.variable("subject"), schema);
        };
    }

    private Answer register(String subject, Schema schema) throws IOException {
        return switch (registry.register(subject, schema)) {
            case Registered(var version) -> Answer.json(Map.of("id", version.id()));
            case Incompatible(var problems) ->
                Problem.INCOMPATIBLE.about("\"" + subject + "\": " + String.join("; ", problems));
        };
    }

    private Answer find(Call call) {
        var subject = call.variable("subject");
        if (registry.versions(subject, call.flag("deleted")).isEmpty()) {
            return Problem.SUBJECT_NOT_FOUND.about(subject);
        }
        return switch (call.json(SchemaRequest.class).parse()) {
            case SchemaRequest.Parsed.Invalid(var reason) -> Problem.INVALID_SCHEMA.about(reason);
            case SchemaRequest.Parsed.Valid(var schema) ->
                registry.find(subject, schema, call.flag("deleted"))
                        .map(SubjectRoutes::body)
                        .orElseGet(() -> Problem.SCHEMA_NOT_FOUND.about("of this text in subject " + subject));
        };
    }

    private Answer deleteSubject(Call call) throws IOException {
        var subject = call.variable("subject");
        boolean permanently = call.flag("permanent");
        var versions = registry.versions(subject, permanently);
        if (versions.isEmpty()) {
            return Problem.SUBJECT_NOT_FOUND.about(subject);
        }
        if (!permanently) {
            registry.delete(subject);
            return numbers(versions);
        }
        var notDeleted = versions.stream().filter(version -> !version.deleted()).findFirst();
        if (notDeleted.isPresent()) {
            return Problem.VERSION_NOT_DELETED.about(
                    Integer.toString(notDeleted.get().version()));
        }
        for (var version : versions) {
            registry.delete(version, true);
        }
        return numbers(versions);
    }

    private Answer deleteVersion(Call call) throws IOException {
        var number = call.variable("version");
        boolean permanently = call.flag("permanent");
        if (!isVersion(number)) {
            return Problem.INVALID_VERSION.about(number);
        }
        var version = version(call.variable("subject"), number, permanently);
        if (version.isEmpty()) {
            return Problem.VERSION_NOT_FOUND.about(number);
        }
        if (permanently && !version.get().deleted()) {
            return Problem.VERSION_NOT_DELETED.about(number);
        }
        registry.delete(version.get(), permanently);
        return Answer.json(version.get().version());
    }

    private Answer testAgainstAll(Call call) {
        return test(call, Optional.empty());
    }

    private Answer testAgainstOne(Call call) {
        var number = call.variable("version");
        if (!isVersion(number)) {
            return Problem.INVALID_VERSION.about(number);
        }
        var version = version(call.variable("subject"), number, false);
        if (version.isEmpty() && !number.equals("latest")) {
            return Problem.VERSION_NOT_FOUND.about(number);
        }
        return test(call, version);
    }

    private Answer test(Call call, Optional<SchemaVersion> against) {
        return switch (call.json(SchemaRequest.class).parse()) {
            case SchemaRequest.Parsed.Invalid(var reason) -> Problem.INVALID_SCHEMA.about(reason);
            case SchemaRequest.Parsed.Valid(var schema) -> {
                var problems = registry.problems(call.variable("subject"), schema, against);
                yield Answer.json(
                        call.flag("verbose")
                                ? Map.of("is_compatible", problems.isEmpty(), "messages", problems)
                                : Map.of("is_compatible", problems.isEmpty()));
            }
        };
    }

    private Optional<SchemaVersion> version(String subject, String number, boolean withDeleted) {
        var versions = registry.versions(subject, withDeleted);
        if (number.equals("latest") || number.equals("-1")) {
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        }
        return versions.stream()
                .filter(version -> Integer.toString(version.version()).equals(number))
                .findFirst();
    }

    private static boolean isVersion(String text) {
        return text.equals("latest") || text.equals("-1") || text.matches("[1-9][0-9]{0,8}");
    }

    private static Answer numbers(List<SchemaVersion> versions) {
        return Answer.json(versions.stream().map(SchemaVersion::version).toList());
    }

    static Answer body(SchemaVersion version) {
        return Answer.json(asJson(version));
    }

    static Map<String, Object> asJson(SchemaVersion version) {
        return Map.of(
                "subject",
                version.subject(),
                "version",
                version.version(),
                "id",
                version.id(),
                "schemaType",
                "AVRO",
                "schema",
                version.schema());
    }

    private static Answer text(SchemaVersion version) {
        return SchemaRoutes.text(version.schema());
    }

    @FunctionalInterface
    private interface Body {
        Answer of(SchemaVersion version);
    }
}
