package org.postroom.outbound.smtpserver.smtp;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.smtpserver.SmtpServer;
import org.postroom.outbound.smtpserver.SmtpServers;
import org.postroom.outbound.smtpserver.StepResult;
import org.postroom.runtime.id.OrganisationId;

/** Opens connections to the organisations' servers, ready to take a mail. */
public final class ServerConnections {

    private final SmtpServers servers;
    private final SmtpSignIn signIn;
    private final Duration connectTimeout;
    private final Duration answerTimeout;
    private final Clock clock;

    ServerConnections(
            SmtpServers servers, SmtpSignIn signIn, Duration connectTimeout, Duration answerTimeout, Clock clock) {
        this.servers = servers;
        this.signIn = signIn;
        this.connectTimeout = connectTimeout;
        this.answerTimeout = answerTimeout;
        this.clock = clock;
    }

    /** True where the organisation has this server. */
    public boolean has(OrganisationId organisationId, String serverId) {
        return servers.withId(organisationId, serverId).isPresent();
    }

    /** Opens a connection and signs in. */
    public Opening open(OrganisationId organisationId, String serverId) {
        Optional<SmtpServer> found = servers.withId(organisationId, serverId);
        if (found.isEmpty()) {
            return new Opening.Failed("expected the SMTP server that the domain's mail leaves through, but it is gone");
        }
        SmtpServer server = found.get();
        @Nullable String secret = servers.secret(organisationId, serverId).orElse(null);
        var steps = new Steps(clock);
        SmtpDialogue dialogue = signIn.open(server, secret, connectTimeout, answerTimeout, steps);
        return dialogue == null
                ? new Opening.Failed(steps.failure().map(StepResult::detail).orElse("the connection failed"))
                : new Opening.Open(server, dialogue);
    }

    /** What came of opening a connection. */
    public sealed interface Opening {

        /**
         * The server waits for mail.
         *
         * @param server the server
         * @param dialogue the connection, to be closed by the caller
         */
        record Open(SmtpServer server, SmtpDialogue dialogue) implements Opening {}

        /**
         * It did not come to that.
         *
         * @param reason what happened, or what the server said
         */
        record Failed(String reason) implements Opening {}
    }
}
