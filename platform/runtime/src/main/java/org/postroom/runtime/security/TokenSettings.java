package org.postroom.runtime.security;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which access tokens are believed.
 *
 * @param audience what the tokens' {@code aud} must name: a token that the issuer gave out for another program opens nothing
 *     here
 * @param clockSkew how far the issuer's clock and this machine's may be apart, at most a minute: for so long a token is
 *     taken after its end. Machines that keep their time by NTP differ by far less
 * @param keysKeptFor for how long the issuer's keys are believed before they are asked for again, at most an hour: so long a
 *     token may be taken whose key the issuer has withdrawn. A new key is found at its first token
 * @param keysKeptInOutageFor for how long the last known keys are still used while the issuer does not answer, at most a day;
 *     then, when they are asked for the next time, no token is taken until it answers again
 * @param patience how long a request waits for the issuer to accept a connection, and again for its answer
 */
@ConfigurationProperties("postroom.security")
record TokenSettings(
        @DefaultValue("postroom") String audience,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("5m") Duration keysKeptFor,
        @DefaultValue("30m") Duration keysKeptInOutageFor,
        @DefaultValue("2s") Duration patience) {

    TokenSettings {
        if (audience.isBlank()) {
            throw new IllegalArgumentException("postroom.security.audience: expected a name, but it is empty");
        }
        require("clock-skew", clockSkew, Duration.ZERO, Duration.ofMinutes(1));
        require("keys-kept-for", keysKeptFor, Duration.ofSeconds(1), Duration.ofHours(1));
        require("keys-kept-in-outage-for", keysKeptInOutageFor, keysKeptFor, Duration.ofDays(1));
        require("patience", patience, Duration.ofMillis(100), Duration.ofSeconds(10));
    }

    private static void require(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "postroom.security." + name + ": expected " + least + " to " + most + ", but got " + value);
        }
    }

    /**
     * Who issues the tokens.
     *
     * @param issuerUri the issuer, as it stands in its tokens; its OpenID Connect discovery document names its keys
     * @param jwkSetUri where the keys are, for an issuer without a discovery document
     */
    @ConfigurationProperties("spring.security.oauth2.resourceserver.jwt")
    record Issuer(@Nullable String issuerUri, @Nullable URI jwkSetUri) {}
}
