package org.postroom.inbound.reception.smtp;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the SMTP server last and stops it first: new connections are refused, waiting clients are told 421, and mail
 * that is coming in may complete for a while. It is ready while it listens.
 */
final class SmtpListener implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpListener.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final SmtpServer server;
    private final Sessions sessions;
    private final Duration shutdownTimeout;

    SmtpListener(SmtpServer server, Sessions sessions, SmtpSettings settings) {
        this.server = server;
        this.sessions = sessions;
        this.shutdownTimeout = settings.shutdownTimeout();
    }

    /** The port in use; the one that was found where any was asked for. */
    int port() {
        return server.getListenAddresses().getFirst().getPort();
    }

    @Override
    public void start() {
        try {
            server.bind();
        } catch (Exception refused) {
            throw new IllegalStateException("expected a free port for SMTP, but it cannot be listened on", refused);
        }
        LOG.atInfo().addKeyValue("port", port()).log("Listening for mail");
    }

    @Override
    public void stop() {
        server.stopListening();
        sessions.askAllToLeave();
        try {
            awaitEmpty();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        sessions.cutAll();
        server.unbind();
    }

    @Override
    public boolean isRunning() {
        return server.isBound();
    }

    @Override
    public Health health() {
        return (isRunning() ? Health.up() : Health.outOfService())
                .withDetail("connections", sessions.count())
                .build();
    }

    private void awaitEmpty() throws InterruptedException {
        long end = System.nanoTime() + shutdownTimeout.toNanos();
        synchronized (sessions) {
            while (sessions.count() > 0 && System.nanoTime() < end) {
                sessions.wait(LOOK_AGAIN.toMillis());
            }
        }
    }
}
