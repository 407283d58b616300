package org.postroom.console.signin;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Who a session belongs to. Its organisation is the only one whose pages the session shows. */
public final class ConsoleUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final transient SignedInUser user;

    /**
     * Joins the two tokens of a sign-in.
     *
     * @param authorities the permissions, as authorities
     * @param idToken who signed in, for the sign-out at the identity provider
     * @param user what the access token says
     */
    public ConsoleUser(Collection<? extends GrantedAuthority> authorities, OidcIdToken idToken, SignedInUser user) {
        super(authorities, idToken);
        this.user = user;
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

    /** True where the user has the permission, for instance {@code routing:email:manage}. */
    public boolean may(String permission) {
        return user.permissions().contains(permission);
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
