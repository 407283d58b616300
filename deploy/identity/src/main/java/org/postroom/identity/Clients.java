package org.postroom.identity;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that may ask for tokens: the console, the command line, and the installation's operator. */
@Configuration(proxyBeanMethods = false)
class Clients {

    /** Where the command line's sign-in ends; nothing listens there, the program reads the code from the redirect. */
    static final String COMMAND_LINE_REDIRECT = "http://127.0.0.1/signed-in";

    @Bean
    RegisteredClientRepository registeredClients(IdentitySettings settings, PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(
                console(settings, encoder), commandLine(settings), operator(settings, encoder));
    }

    private static RegisteredClient console(IdentitySettings settings, PasswordEncoder encoder) {
        return client("console", settings)
                .clientSecret(encoder.encode(settings.consoleSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(settings.consoleUrl() + "/login/oauth2/code/postroom")
                .postLogoutRedirectUri(settings.consoleUrl() + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .build();
    }

    private static RegisteredClient commandLine(IdentitySettings settings) {
        return client("command-line", settings)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(COMMAND_LINE_REDIRECT)
                .scope(OidcScopes.OPENID)
                .build();
    }

    private static RegisteredClient operator(IdentitySettings settings, PasswordEncoder encoder) {
        return client("operator", settings)
                .clientSecret(encoder.encode(settings.operatorSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private static RegisteredClient.Builder client(String id, IdentitySettings settings) {
        return RegisteredClient.withId(UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString())
                .clientId(id)
                .clientSettings(ClientSettings.builder()
                        .requireAuthorizationConsent(false)
                        .requireProofKey(true)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.tokenLifetime())
                        .build());
    }
}
