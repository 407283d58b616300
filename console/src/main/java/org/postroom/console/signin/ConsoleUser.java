package org.postroom.console.signin;

import java.util.Collection;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Who a session belongs to. Its organisation is the only one whose pages the session shows. */
public final class ConsoleUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final transient SignedInUser user;
    private final transient UnaryOperator<SignedInUser> roles;

    /**
     * Joins the two tokens of a sign-in.
     *
     * @param authorities the permissions, as authorities
     * @param idToken who signed in, for the sign-out at the identity provider
     * @param user what the access token says
     * @param roles adds what the user's roles give at the moment
     */
    public ConsoleUser(
            Collection<? extends GrantedAuthority> authorities,
            OidcIdToken idToken,
            SignedInUser user,
            UnaryOperator<SignedInUser> roles) {
        super(authorities, idToken);
        this.user = user;
        this.roles = roles;
    }

    /** The user's identifier, which is also the agent's. */
    public String userId() {
        return user.userId();
    }

    /** The organisation. */
    public String organisationId() {
        return user.organisationId();
    }

    /** The name to show. */
    public String displayName() {
        return user.name();
    }

    /** The user as the access token describes them. */
    public SignedInUser signedIn() {
        return user;
    }

    /** True where the token or a role gives the permission now, for instance {@code routing:email:manage}. */
    public boolean may(String permission) {
        return roles.apply(user).permissions().contains(permission);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConsoleUser console && super.equals(other) && user.equals(console.user);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
