package org.postroom.local.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.LogReader;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.demo.Administration;
import org.postroom.local.demo.Narrator;
import org.postroom.local.demo.Setup;
import org.postroom.local.signin.SignIn;

/** What the run needs of an organisation: a verified domain, an address, and agents who can hold much. */
final class Scene {

    static final List<String> AGENTS = List.of("anna", "ben");
    static final String ADDRESS = Setup.ACME.address();

    /** The most that an agent can have. */
    private static final int CAPACITY = 25;

    private Scene() {}

    /** Makes it, and an address of the organisation that will misbehave. */
    static void set(StackAddresses stack) throws IOException, InterruptedException {
        var administrator = administer(stack, Setup.ACME);
        for (var agent : AGENTS) {
            enlarge(stack, administrator, agent);
        }
        administer(stack, Setup.GLOBEX);
    }

    private static ApiClient administer(StackAddresses stack, Setup setup) throws IOException, InterruptedException {
        var administrator = ApiClient.with(new SignIn(stack.identity()).user(setup.administrator(), Setup.PASSWORD));
        try (var log = LogReader.fromNow(stack)) {
            var silent = new Narrator(new PrintWriter(Writer.nullWriter()));
            new Administration(setup, stack, administrator, log, silent).setUp();
        }
        return administrator;
    }

    private static void enlarge(StackAddresses stack, ApiClient administrator, String agent)
            throws IOException, InterruptedException {
        var present = administrator.get(stack.domain(), "/api/agents/" + agent);
        administrator.put(
                stack.domain(),
                "/api/agents/" + agent,
                Map.of(
                        "displayName",
                        present.path("displayName").asString(),
                        "emailCapacity",
                        CAPACITY,
                        "skills",
                        present.path("skills"),
                        "languages",
                        present.path("languages"),
                        "version",
                        present.path("version").asLong()));
    }
}
