package org.postroom.console.signin.http;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The identity provider that the console signs users in with.
 *
 * @param issuer the provider's issuer, where its OpenID Connect discovery document is found
 * @param clientId the console's identifier there
 * @param clientSecret the console's secret there
 */
@ConfigurationProperties("postroom.sign-in")
record SignInSettings(URI issuer, String clientId, String clientSecret) {

    SignInSettings {
        if (!issuer.isAbsolute()) {
            throw new IllegalArgumentException(
                    "postroom.sign-in.issuer: expected an absolute address, but got " + issuer);
        }
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("postroom.sign-in.client-id: expected an identifier, but it is empty");
        }
    }

    /** The provider's origin, for instance {@code https://id.example.com}. */
    String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
