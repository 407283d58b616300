package org.postroom.runtime.token;

import org.jspecify.annotations.Nullable;

/**
 * Where access tokens come from (RFC 6749, section 4.4).
 *
 * @param tokenEndpoint its URL
 * @param clientId the client
 * @param scope the scope; null for none
 */
public record OAuth2(
        String tokenEndpoint, String clientId, @Nullable String scope) {}
