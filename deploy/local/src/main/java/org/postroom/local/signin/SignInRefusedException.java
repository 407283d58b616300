package org.postroom.local.signin;

import java.io.IOException;

/** The sign-in does not know the user, or not with this password. */
public final class SignInRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String user;

    SignInRefusedException(String user) {
        super("expected the sign-in to know " + user + " with this password, but it refused");
        this.user = user;
    }

    /** Who was refused. */
    public String user() {
        return user;
    }
}
