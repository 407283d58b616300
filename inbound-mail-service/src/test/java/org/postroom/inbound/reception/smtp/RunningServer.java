package org.postroom.inbound.reception.smtp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.james.protocols.api.handler.WiringException;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.directory.ConfiguredAddress;
import org.postroom.inbound.directory.DirectoryAnswer.UnprovenRedirect;
import org.postroom.inbound.directory.DirectoryTable;
import org.postroom.inbound.directory.MailRules;
import org.postroom.inbound.reception.MemoryBudget;
import org.postroom.inbound.reception.ReceivedMail;
import org.postroom.inbound.reception.ReceptionChecks;
import org.postroom.inbound.scan.Scanners;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.message.EncryptedMessageStore;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.secret.SecretBox;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;

/** The SMTP server with a fixed directory, a store in a folder, and a log in memory. */
final class RunningServer implements AutoCloseable {

    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<ReceivedMail> log = new CopyOnWriteArrayList<>();
    final List<String> proven = new CopyOnWriteArrayList<>();
    private final MessageStore store;
    private final SmtpListener listener;
    volatile UnaryOperator<CompletableFuture<?>> acknowledgement = UnaryOperator.identity();

    RunningServer(Path folder) throws IOException, WiringException {
        this(folder, settings());
    }

    RunningServer(Path folder, SmtpSettings settings) throws IOException, WiringException {
        this(folder, settings, new DefaultSslBundleRegistry());
    }

    RunningServer(Path folder, SmtpSettings settings, SslBundles certificates) throws IOException, WiringException {
        this(encrypted(folder), settings, certificates);
    }

    /** @param more registers checks of the test's own behind the service's */
    RunningServer(Path folder, UnaryOperator<ReceptionChecks> more) throws IOException, WiringException {
        this(encrypted(folder), settings(), new DefaultSslBundleRegistry(), more);
    }

    RunningServer(MessageStore store, SmtpSettings settings, SslBundles certificates) throws WiringException {
        this(store, settings, certificates, UnaryOperator.identity());
    }

    private RunningServer(
            MessageStore store, SmtpSettings settings, SslBundles certificates, UnaryOperator<ReceptionChecks> more)
            throws WiringException {
        this.store = store;
        Clock clock = Clock.systemUTC();
        var ids = new TimeOrderedIds(clock);
        var parts = new SmtpConfiguration();
        Sessions sessions = parts.smtpSessions();
        MemoryBudget memory = parts.memoryOfMails(settings);
        SmtpMetrics metrics = parts.smtpMetrics(meters, sessions, memory);
        DirectoryTable directory = directory();
        ReceptionChecks ruled = SmtpConfiguration.ruled(settings, metrics, directory);
        ReceptionChecks checks = more.apply(SmtpConfiguration.scanned(ruled, Scanners.BUILT_IN));
        var reception = parts.reception(store, this::append, this::prove, checks, clock, settings, memory);
        MailTaker taker = parts.mailTaker(reception, ids, metrics, ObservationRegistry.NOOP);
        listener = parts.smtpListener(
                settings,
                parts.smtpVerbs(settings, sessions, metrics, directory, checks, taker),
                taker,
                sessions,
                metrics,
                certificates);
        listener.start();
    }

    static MessageStore encrypted(Path folder) throws IOException {
        Clock clock = Clock.systemUTC();
        return EncryptedMessageStore.in(folder, SecretBox.of(MASTER_KEY), new TimeOrderedIds(clock), clock);
    }

    static SmtpSettings settings() {
        return settings(Duration.ofMinutes(5), 1_000);
    }

    static SmtpSettings settings(Duration idleTimeout, int connections) {
        return settings(idleTimeout, connections, null);
    }

    static SmtpSettings settings(Duration idleTimeout, int connections, @Nullable String tlsBundle) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "idle-timeout", idleTimeout.toMillis() + "ms",
                "maximum-connections", String.valueOf(connections),
                "maximum-connections-per-client", String.valueOf(connections)));
        if (tlsBundle != null) {
            settings.put("tls-bundle", tlsBundle);
        }
        return settings(settings);
    }

    /** The settings of a server on this machine, with some that differ. */
    static SmtpSettings settings(Map<String, String> different) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "port", "0",
                "announced-name", "mx.postroom.test",
                "maximum-message-size", "256KB",
                "shutdown-timeout", "10s",
                "limits.greeting-pause", "0s",
                "limits.largest-header", "32KB"));
        settings.putAll(different);
        var source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("postroom.inbound.smtp." + name, value));
        return new Binder(source).bindOrCreate("postroom.inbound.smtp", SmtpSettings.class);
    }

    int port() {
        return listener.port();
    }

    void stop() {
        listener.stop();
    }

    String stored(ReceivedMail mail) {
        try (var raw = store.open(mail.organisationId(), mail.stored().key())) {
            return new String(raw.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        if (listener.isRunning()) {
            listener.stop();
        }
    }

    private CompletableFuture<?> append(ReceivedMail mail) {
        log.add(mail);
        return acknowledgement.apply(CompletableFuture.completedFuture(mail));
    }

    private CompletableFuture<?> prove(String organisationId, UnprovenRedirect redirect, Instant arrivedAt) {
        proven.add(redirect.domainName());
        return acknowledgement.apply(CompletableFuture.completedFuture(redirect));
    }

    /** Who is received for. */
    static DirectoryTable directory() {
        var table = new DirectoryTable();
        table.openDomain("d1", "acme", "support.acme.test", Instant.EPOCH);
        table.putAddress(new ConfiguredAddress("a1", "acme", "d1", "help", true, false, false));
        table.putAddress(new ConfiguredAddress("a2", "acme", "d1", "sales", true, false, false));
        table.putAddress(new ConfiguredAddress("a3", "acme", "d1", "noreply", false, false, false));
        table.putAddress(new ConfiguredAddress("a4", "acme", "d1", "grüße", true, false, false));
        for (int i = 1; i <= 120; i++) {
            table.putAddress(new ConfiguredAddress("many" + i, "acme", "d1", "team" + i, true, false, false));
        }
        table.openDomain("d2", "globex", "globex.test", Instant.EPOCH);
        table.putAddress(new ConfiguredAddress("b1", "globex", "d2", "info", true, false, false));
        table.addDomain("d3", "acme", "new.acme.test");
        table.putAddress(new ConfiguredAddress("a9", "acme", "d3", "help", true, false, false));
        table.aliasDomain("d1", "bounce.support.acme.test", null);
        table.aliasDomain("d3", null, "0123456789abcdef@in.postroom.test");
        table.openDomain("d4", "asleep", "asleep.test", Instant.EPOCH);
        table.putAddress(new ConfiguredAddress("s1", "asleep", "d4", "help", true, false, false));
        table.holdBack("asleep", "unpaid");
        table.openDomain("d5", "small", "small.test", Instant.EPOCH);
        table.putAddress(new ConfiguredAddress("t1", "small", "d5", "help", true, false, false));
        table.putRules("small", new MailRules(MailRules.ForgedMail.NOTE, 1_000));
        table.openDomain("d6", "open", "open.test", Instant.EPOCH);
        table.putAddress(new ConfiguredAddress("o1", "open", "d6", "team", true, false, true));
        table.putAddress(new ConfiguredAddress("o2", "open", "d6", "rest", true, true, false));
        return table;
    }
}
