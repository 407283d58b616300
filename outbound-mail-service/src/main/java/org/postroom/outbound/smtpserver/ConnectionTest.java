package org.postroom.outbound.smtpserver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the real dialogue with a server up to the sender, and sends nothing. */
@FunctionalInterface
public interface ConnectionTest {

    /**
     * Tries a server.
     *
     * @param secret what to sign in with; null for nothing
     * @param from the address that it is asked to take mail from; null to leave that step out
     * @return all steps, in their order
     */
    List<StepResult> run(SmtpServer server, @Nullable String secret, @Nullable String from);
}
