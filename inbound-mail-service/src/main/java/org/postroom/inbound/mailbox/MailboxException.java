package org.postroom.inbound.mailbox;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Nothing can be fetched from a mailbox now. The message is for people. */
public final class MailboxException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean signInRefused;

    /** Something is wrong that may pass by itself. */
    public MailboxException(String message, @Nullable Throwable cause) {
        this(message, false, cause);
    }

    private MailboxException(String message, boolean signInRefused, @Nullable Throwable cause) {
        super(message, cause);
        this.signInRefused = signInRefused;
    }

    /** The sign-in was refused: somebody has to do something. */
    public static MailboxException refused(String message, @Nullable Throwable cause) {
        return new MailboxException(message, true, cause);
    }

    /** Whether the sign-in was refused. */
    public boolean isSignInRefused() {
        return signInRefused;
    }

    /** What happened, for people. */
    public String told() {
        return String.valueOf(getMessage());
    }
}
