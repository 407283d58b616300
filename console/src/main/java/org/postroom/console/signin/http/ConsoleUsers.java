package org.postroom.console.signin.http;

import java.util.List;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.runtime.security.Claims;
import org.postroom.runtime.security.EffectivePermissions;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Learns from the access token what the services will believe too: organisation, name and permissions. */
final class ConsoleUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final JwtDecoder accessTokens;
    private final EffectivePermissions permissions;

    ConsoleUsers(JwtDecoder accessTokens, EffectivePermissions permissions) {
        this.accessTokens = accessTokens;
        this.permissions = permissions;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Jwt accessToken = accessTokens.decode(request.getAccessToken().getTokenValue());
        SignedInUser user = Claims.user(accessToken)
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(
                        "no_organisation",
                        "expected a token with the claim " + Claims.ORGANISATION + ", but it has none",
                        null)));
        List<SimpleGrantedAuthority> authorities =
                user.permissions().stream().map(SimpleGrantedAuthority::new).toList();
        return new ConsoleUser(authorities, request.getIdToken(), user, permissions::withRoles);
    }
}
