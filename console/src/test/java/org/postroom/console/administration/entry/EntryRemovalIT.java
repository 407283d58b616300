package org.postroom.console.administration.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;

class EntryRemovalIT extends OpenConsole {

    private final String agent = Facts.id("anna");
    private final String page = "/administration/agents/" + agent;
    private final String api = "/api/agents/" + agent;

    @Test
    void asksBeforeAnAgentLeavesTheQueues() {
        Visit ada = Visit.of(port, "ada", Facts.id("acme"), "directory:manage");
        Services.running().answer("DELETE", api, 409, """
                {"status":409,"detail":"expected an agent that nothing uses, but it is used by queue Support"}""");
        Services.running().answer("GET", api + "/removal", 200, """
                {"name":"Anna","openInteractions":0,"obstacles":[],"consequences":["Anna leaves 1 queue: Support."]}""");
        Services.running().answer("DELETE", api + "?confirmed=true", 204, "");

        HttpResponse<byte[]> refused = ada.post("/administration/agents/new", page + "/remove", Map.of());

        assertThat(refused.uri().getPath()).isEqualTo(page + "/removal");
        assertThat(ada.page(page + "/removal")
                        .select("[data-testid=consequences]")
                        .text())
                .isEqualTo("Anna leaves 1 queue: Support.");
        HttpResponse<byte[]> removed = ada.post(page + "/removal", page + "/removal", Map.of());
        assertThat(removed.uri().getPath()).isEqualTo("/administration/agents");
        assertThat(Services.running().asked(api)).hasSize(2);
    }
}
