package org.postroom.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.broker.LocalBroker;
import org.postroom.local.http.Json;
import org.postroom.local.registry.http.SchemaRegistry;
import tools.jackson.databind.JsonNode;

class SchemaRegistryIT {

    private static final String LETTER = """
            {"type":"record","name":"Letter","fields":[{"name":"sender","type":"string"}]}""";
    private static final String LETTER_WITH_DEFAULTED_FIELD = """
            {"type":"record","name":"Letter","fields":[{"name":"sender","type":"string"},
            {"name":"stamp","type":"string","default":"none"}]}""";
    private static final String LETTER_WITH_NEW_TYPE = """
            {"type":"record","name":"Letter","fields":[{"name":"sender","type":"int"}]}""";

    @TempDir
    private static Path data;

    private static LocalBroker broker;

    private final HttpClient client = HttpClient.newHttpClient();
    private SchemaRegistry registry;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = LocalBroker.start(data, 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void startRegistry() throws Exception {
        registry = SchemaRegistry.start(broker.bootstrapServers(), 0);
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void givesTheSameSchemaTheSameIdInEverySubject() throws Exception {
        // given
        int id = register("ids-a", LETTER);

        // when
        int again = register("ids-a", LETTER);
        int elsewhere = register("ids-b", LETTER.replace("\":", "\" : "));

        // then
        assertThat(again).isEqualTo(id);
        assertThat(elsewhere).isEqualTo(id);
        assertThat(get("/schemas/ids/" + id + "/versions").toString())
                .contains("{\"subject\":\"ids-a\",\"version\":1}", "{\"subject\":\"ids-b\",\"version\":1}");
        assertThat(Registry.parse(get("/schemas/ids/" + id).path("schema").asString()))
                .isEqualTo(Registry.parse(LETTER));
    }

    @Test
    void keepsSchemasAndLevelsOverARestart() throws Exception {
        // given
        int id = register("kept", LETTER);
        register("kept", LETTER_WITH_DEFAULTED_FIELD);
        call("PUT", "/config/kept", "{\"compatibility\":\"BACKWARD\"}");

        // when
        registry.close();
        startRegistry();

        // then
        assertThat(get("/subjects/kept/versions").toString()).isEqualTo("[1,2]");
        assertThat(get("/subjects/kept/versions/1").path("id").asInt()).isEqualTo(id);
        assertThat(get("/config/kept").path("compatibilityLevel").asString()).isEqualTo("BACKWARD");
        assertThat(register("other", LETTER)).isEqualTo(id);
    }

    @Test
    void refusesASchemaThatEarlierReadersCouldNotRead() throws Exception {
        // given
        register("strict", LETTER);

        // when
        var refusal = call("POST", "/subjects/strict/versions", schema(LETTER_WITH_NEW_TYPE));

        // then
        assertThat(refusal.statusCode()).isEqualTo(409);
        assertThat(refusal.body()).contains("\"error_code\":409", "TYPE_MISMATCH");
        assertThat(call("POST", "/compatibility/subjects/strict/versions/latest", schema(LETTER_WITH_NEW_TYPE))
                        .body())
                .isEqualTo("{\"is_compatible\":false}");
        assertThat(call("POST", "/compatibility/subjects/strict/versions", schema(LETTER_WITH_DEFAULTED_FIELD))
                        .body())
                .isEqualTo("{\"is_compatible\":true}");
    }

    @Test
    void answersWithConfluentsErrorCodes() throws Exception {
        register("errors", LETTER);

        assertThat(call("GET", "/subjects/nowhere/versions", "").body()).contains("40401");
        assertThat(call("GET", "/subjects/errors/versions/7", "").body()).contains("40402");
        assertThat(call("GET", "/subjects/errors/versions/zero", "").body()).contains("42202");
        assertThat(call("GET", "/schemas/ids/999999", "").body()).contains("40403");
        assertThat(call("POST", "/subjects/errors/versions", schema("{}")).body())
                .contains("42201");
        assertThat(call("PUT", "/config", "{\"compatibility\":\"SOMETIMES\"}").body())
                .contains("42203");
        assertThat(call("GET", "/config/errors", "").body()).contains("40408");
        assertThat(call("GET", "/subjects", "").headers().firstValue("Content-Type"))
                .hasValue("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void stillResolvesTheIdOfADeletedSchema() throws Exception {
        // given
        int id = register("deleted", LETTER);

        // when
        var deleted = call("DELETE", "/subjects/deleted", "");

        // then
        assertThat(deleted.body()).isEqualTo("[1]");
        assertThat(get("/subjects").toString()).doesNotContain("\"deleted\"");
        assertThat(get("/schemas/ids/" + id).has("schema")).isTrue();
        assertThat(call("DELETE", "/subjects/deleted?permanent=true", "").body())
                .isEqualTo("[1]");
        assertThat(call("GET", "/subjects/deleted/versions?deleted=true", "").statusCode())
                .isEqualTo(404);
    }

    private int register(String subject, String schema) throws Exception {
        var response = call("POST", "/subjects/" + subject + "/versions", schema(schema));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.MAPPER.readTree(response.body()).path("id").asInt();
    }

    private JsonNode get(String path) throws Exception {
        return Json.MAPPER.readTree(call("GET", path, "").body());
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String schema(String text) {
        return Json.MAPPER.writeValueAsString(Map.of("schema", text));
    }
}
