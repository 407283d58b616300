package org.postroom.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.postroom.local.signin.SignIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class IdentityIT {

    @Value("${postroom.identity.issuer}")
    private URI issuer;

    @DynamicPropertySource
    static void onAFreePort(DynamicPropertyRegistry properties) throws IOException {
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            properties.add("server.port", () -> port);
            properties.add("management.server.port", () -> 0);
            properties.add("postroom.identity.issuer", () -> "http://localhost:" + port);
        }
    }

    @Test
    void signsAUserInForTheirOrganisationWithTheirPermissions() throws Exception {
        String claims = claims(new SignIn(issuer).user("anna", "postroom"));

        assertThat(claims)
                .contains("\"sub\":\"anna\"", "\"organisation\":\"acme\"", "\"name\":\"Anna Berg\"")
                .contains("\"permissions\":[\"conversation:email:handle\"]")
                .contains("\"aud\":\"postroom\"");
    }

    @Test
    void givesTheOperatorNoOrganisation() throws Exception {
        String claims = claims(new SignIn(issuer).operator("operator"));

        assertThat(claims).contains("installation:operate").doesNotContain("organisation\":");
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> new SignIn(issuer).user("anna", "guessed"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("anna");
    }

    @Test
    void refusesAWrongOperatorSecret() {
        assertThatThrownBy(() -> new SignIn(issuer).operator("guessed")).isInstanceOf(IOException.class);
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
