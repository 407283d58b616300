package org.postroom.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A client of any registry that speaks Confluent's REST API. What can never change (a schema's id, the schema of an id)
 * is asked once and remembered. Safe for use by several threads.
 *
 * <p>Every method throws {@link RegistryUnavailableException} when no address answers, and
 * {@link RegistryRefusedException} when the registry says no.
 */
public final class RegistryClient {

    private record SubjectAndSchema(String subject, Schema schema) {}

    private final RegistrySettings settings;
    private final RegistryHttp http;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<SubjectAndSchema, Integer> registered = new ConcurrentHashMap<>();
    private final Map<SubjectAndSchema, RegisteredSchema> found = new ConcurrentHashMap<>();

    /** Creates a client; nothing is asked before the first call. */
    public RegistryClient(RegistrySettings settings) {
        this(settings, Pause.real());
    }

    RegistryClient(RegistrySettings settings, Pause pause) {
        this.settings = settings;
        this.http = new RegistryHttp(settings, pause);
    }

    /** The settings it was created with. */
    public RegistrySettings settings() {
        return settings;
    }

    /**
     * Puts a schema under a subject, as a new version unless it is there already.
     *
     * @param normalize true to let the registry bring the schema into its normal form first
     * @return the schema's id
     */
    public int register(String subject, Schema schema, boolean normalize) {
        SubjectAndSchema key = new SubjectAndSchema(subject, schema);
        Integer known = registered.get(key);
        if (known != null) {
            return known;
        }
        int id = http.post(pathOf(subject) + "/versions" + query(normalize), bodyOf(schema))
                .path("id")
                .asInt();
        schemas.putIfAbsent(id, schema);
        registered.put(key, id);
        return id;
    }

    /**
     * Finds a schema that is registered under a subject already.
     *
     * @param normalize true to let the registry bring the schema into its normal form first
     */
    public RegisteredSchema lookUp(String subject, Schema schema, boolean normalize) {
        SubjectAndSchema key = new SubjectAndSchema(subject, schema);
        RegisteredSchema known = found.get(key);
        if (known != null) {
            return known;
        }
        RegisteredSchema answer =
                registeredSchema(http.post(pathOf(subject) + query(normalize), bodyOf(schema)), subject);
        found.put(key, answer);
        return answer;
    }

    /** The schema with this id, as it was registered. */
    public Schema schemaById(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = parse(http.get("/schemas/ids/" + id), "id " + id);
        Schema earlier = schemas.putIfAbsent(id, schema);
        return earlier == null ? schema : earlier;
    }

    /** The subjects that exist, in the registry's order. */
    public List<String> subjects() {
        List<String> subjects = new ArrayList<>();
        http.get("/subjects").forEach(subject -> subjects.add(subject.asText()));
        return subjects;
    }

    /** The versions of a subject in ascending order; empty where the subject does not exist. */
    public List<Integer> versions(String subject) {
        try {
            List<Integer> versions = new ArrayList<>();
            http.get(pathOf(subject) + "/versions").forEach(version -> versions.add(version.asInt()));
            return versions;
        } catch (RegistryRefusedException e) {
            if (e.isNotFound()) {
                return List.of();
            }
            throw e;
        }
    }

    /** One version of a subject. */
    public RegisteredSchema version(String subject, int version) {
        return registeredSchema(http.get(pathOf(subject) + "/versions/" + version), subject);
    }

    /** The newest version of a subject; asked anew at each call. Empty where the subject does not exist. */
    public Optional<RegisteredSchema> latest(String subject) {
        try {
            return Optional.of(registeredSchema(http.get(pathOf(subject) + "/versions/latest"), subject));
        } catch (RegistryRefusedException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Asks whether the registry would accept this schema as the next version of the subject; changes nothing. */
    public CompatibilityAnswer testCompatibility(String subject, Schema schema) {
        JsonNode answer =
                http.post("/compatibility" + pathOf(subject) + "/versions/latest?verbose=true", bodyOf(schema));
        List<String> reasons = new ArrayList<>();
        answer.path("messages").forEach(message -> reasons.add(message.asText()));
        return new CompatibilityAnswer(answer.path("is_compatible").asBoolean(), reasons);
    }

    /** The compatibility that the registry demands where a subject has none of its own, in Confluent's words. */
    public String compatibility() {
        return http.get("/config").path("compatibilityLevel").asText();
    }

    /**
     * Sets the compatibility that the registry demands of new versions of a subject.
     *
     * @param level in Confluent's words, for instance FULL_TRANSITIVE
     */
    public void requireCompatibility(String subject, String level) {
        http.put(
                "/config/" + encoded(subject),
                JsonNodeFactory.instance.objectNode().put("compatibility", level));
    }

    private static RegisteredSchema registeredSchema(JsonNode answer, String subject) {
        int version = answer.path("version").asInt();
        return new RegisteredSchema(
                subject, answer.path("id").asInt(), version, parse(answer, subject + " version " + version));
    }

    private static Schema parse(JsonNode answer, String what) {
        String type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") || answer.path("references").size() > 0) {
            throw new SerializationException(
                    "Expected schema %s to be one self-contained Avro schema, but it is %s with %d references."
                            .formatted(what, type, answer.path("references").size()));
        }
        try {
            return new Schema.Parser()
                    .setValidateDefaults(false)
                    .parse(answer.path("schema").asText());
        } catch (SchemaParseException e) {
            throw new SerializationException("The registry's schema %s is not valid Avro.".formatted(what), e);
        }
    }

    private static ObjectNode bodyOf(Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    }

    private static String pathOf(String subject) {
        return "/subjects/" + encoded(subject);
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String query(boolean normalize) {
        return normalize ? "?normalize=true" : "";
    }
}
