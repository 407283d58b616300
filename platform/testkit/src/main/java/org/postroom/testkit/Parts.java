package org.postroom.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.postroom.local.dns.DnsPlayground;
import org.postroom.local.mailbox.MailboxPlayground;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.message.EncryptedMessageStore;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.secret.SecretBox;
import org.postroom.schemas.catalogue.TopicProvisioner;
import org.postroom.schemas.catalogue.TopicSettings;
import org.postroom.schemas.registry.RegistryClient;
import org.postroom.schemas.registry.RegistrySettings;
import org.postroom.schemas.registry.SchemaRegistration;
import org.springframework.boot.SpringApplication;

/**
 * The real parts, each started when first asked for, on a free port and in a folder of its own, and stopped with the test
 * JVM. All topics exist, all schemas are registered and the
 * standings are complete, as after a deployment. Broker, registry and database are
 * those of the one-machine stack, or, with the Maven profile {@code containers}, images that others publish.
 */
public final class Parts {

    private static final String CONTAINERS = "containers";
    private static final int PARTITIONS = 3;
    private static final int NO_SUBMISSION = 2525;
    private static final Map<Class<?>, AutoCloseable> STARTED = new HashMap<>();
    private static final AtomicBoolean STOPPED_BY_SPRING = new AtomicBoolean();
    private static final Path DATA = createDataFolder();
    private static final PartsSource SOURCE = source();

    private Parts() {}

    /** The broker, with every topic of the catalogue. */
    public static TestBroker broker() {
        return start(TestBroker.class, () -> {
            TestBroker broker = SOURCE.startBroker();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                new TopicProvisioner(admin, new TopicSettings(PARTITIONS, (short) 1, Map.of())).provision();
            }
            return broker;
        });
    }

    /** The schema registry's address, with every schema of the catalogue. */
    public static String registryUrl() {
        return start(TestRegistry.class, () -> {
                    TestRegistry registry = SOURCE.startRegistry(broker());
                    new SchemaRegistration(new RegistryClient(RegistrySettings.of(registry.url()))).registerAll();
                    Standings.complete(broker().bootstrapServers(), registry.url());
                    return registry;
                })
                .url();
    }

    /** The JDBC address of a database with this name, empty when first asked for. */
    public static String database(String name) {
        try {
            return databaseServer().database(name);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException("expected to create the database " + name + ", but it failed", failed);
        }
    }

    /** The password of the database's user {@code postgres}. */
    static String databasePassword() {
        return databaseServer().password();
    }

    private static TestDatabase databaseServer() {
        return start(TestDatabase.class, SOURCE::startDatabase);
    }

    /** The name server, where a test publishes records. */
    public static DnsPlayground dns() {
        return start(DnsPlayground.class, () -> DnsPlayground.start(DATA.resolve("dns"), 0, 0));
    }

    /** The customers' side: takes mail for any address. */
    public static MailboxPlayground mailbox() {
        return start(
                MailboxPlayground.class, () -> MailboxPlayground.start(DATA.resolve("mailbox"), 0, 0, NO_SUBMISSION));
    }

    /** The issuer of access tokens. */
    public static TestIdentity identity() {
        return start(TestIdentity.class, TestIdentity::start);
    }

    /** The folder of the message store. */
    public static Path messageStore() {
        return DATA.resolve("messages");
    }

    /** The master key of the message store. */
    public static String messageStoreKey() {
        return Base64.getEncoder().encodeToString("a key that the tests' store has.".getBytes(StandardCharsets.UTF_8));
    }

    /** The message store of the services under test, as one of them would open it. */
    public static MessageStore openMessageStore() {
        try {
            Clock clock = Clock.systemUTC();
            return EncryptedMessageStore.in(
                    messageStore(), SecretBox.of(messageStoreKey()), new TimeOrderedIds(clock), clock);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static synchronized <T extends AutoCloseable> T start(Class<T> type, Starter<T> starter) {
        AutoCloseable present = STARTED.get(type);
        if (present == null) {
            try {
                present = starter.start();
            } catch (Exception failed) {
                throw new IllegalStateException("expected the test's " + type.getSimpleName() + " to start", failed);
            }
            STARTED.put(type, present);
        }
        return type.cast(present);
    }

    /** Whether this JVM's parts are to run in containers. */
    static boolean areInContainers() {
        return wish().equals(CONTAINERS);
    }

    private static String wish() {
        return System.getProperty("postroom.parts", "local");
    }

    private static PartsSource source() {
        String wish = wish();
        return switch (wish) {
            case "local" -> new PartsOnThisMachine(DATA);
            case CONTAINERS -> new PartsInContainers();
            default ->
                throw new IllegalArgumentException("postroom.parts: expected local or containers, but got " + wish);
        };
    }

    private static Path createDataFolder() {
        try {
            Path folder = Files.createTempDirectory("postroom-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(Parts::stopUnlessUsedBySpring, "postroom-parts"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Keeps the parts until Spring has closed the services that use them, which else wait for a broker that is gone. */
    static void stopAfterSpring() {
        if (STOPPED_BY_SPRING.compareAndSet(false, true)) {
            SpringApplication.getShutdownHandlers().add(() -> delete(DATA));
        }
    }

    private static void stopUnlessUsedBySpring() {
        if (!STOPPED_BY_SPRING.get()) {
            delete(DATA);
        }
    }

    private static void delete(Path folder) {
        for (AutoCloseable part : STARTED.values()) {
            try {
                part.close();
            } catch (Exception failed) {
                System.err.println("A part of the test did not stop: " + failed);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            System.err.println("The test's folder could not be removed: " + failed);
        }
    }

    private interface Starter<T> {
        T start() throws Exception;
    }
}
