package org.postroom.console.signin.http;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The one client registration, discovered at the first sign-in: so the console starts whether or not the identity
 * provider is up.
 */
final class LazyClientRegistrations implements ClientRegistrationRepository {

    /** The registration's identifier, part of the redirect address. */
    static final String ID = "postroom";

    private final SignInSettings settings;
    private volatile @Nullable ClientRegistration known;

    LazyClientRegistrations(SignInSettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return ID.equals(registrationId) ? registration() : null;
    }

    private ClientRegistration registration() {
        var present = known;
        if (present == null) {
            present = discover();
            known = present;
        }
        return present;
    }

    private ClientRegistration discover() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer().toString())
                .registrationId(ID)
                .clientName("Postroom")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile")
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
