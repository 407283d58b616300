package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.message.FileSystemMessageStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.util.unit.DataSize;

/**
 * What encryption costs the reception of mail: the same mails into a plain store and an encrypted one, in turn, in one
 * process. A handful by default; {@code postroom.encryption.mails} of each size for figures to be told.
 */
class EncryptionCostTest {

    private static final Logger LOG = LoggerFactory.getLogger(EncryptionCostTest.class);
    private static final int MAILS = Integer.getInteger("postroom.encryption.mails", 4);
    private static final int ROUNDS = Integer.getInteger("postroom.encryption.rounds", 1);
    private static final int SESSIONS = 4;
    private static final String LINE = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd\r\n";

    @TempDir
    private Path folder;

    @Test
    void takesTheSameMailsPlainAndEncrypted() throws Exception {
        var settings = RunningServer.settings();
        var certificates = new DefaultSslBundleRegistry();
        Clock clock = Clock.systemUTC();
        var files = new FileSystemMessageStore(folder.resolve("plain"), new TimeOrderedIds(clock), clock);
        try (var plain = new RunningServer(files, settings, certificates);
                var encrypted = new RunningServer(folder.resolve("encrypted"), settings, certificates)) {
            for (DataSize size :
                    List.of(DataSize.ofKilobytes(5), DataSize.ofKilobytes(50), DataSize.ofKilobytes(250))) {
                compare(plain, encrypted, size);
            }
            assertThat(encrypted.log).hasSameSizeAs(plain.log);
        }
    }

    private static void compare(RunningServer plain, RunningServer encrypted, DataSize size) throws Exception {
        String mail = "Subject: Load\r\n\r\n" + LINE.repeat(Math.toIntExact(size.toBytes()) / LINE.length());
        List<Cost> plainCosts = new ArrayList<>();
        List<Cost> encryptedCosts = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            plainCosts.add(deliver(plain, mail));
            encryptedCosts.add(deliver(encrypted, mail));
        }
        LOG.atInfo()
                .addKeyValue("size", size)
                .addKeyValue("plain", Cost.median(plainCosts))
                .addKeyValue("encrypted", Cost.median(encryptedCosts))
                .log("What a mail costs in microseconds, its client included");
    }

    private static Cost deliver(RunningServer server, String mail) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long begun = System.nanoTime();
        try (var sessions = Executors.newFixedThreadPool(SESSIONS)) {
            for (Future<Boolean> accepted : sessions.invokeAll(Collections.nCopies(SESSIONS, session(server, mail)))) {
                assertThat(accepted.get()).isTrue();
            }
        }
        return new Cost(
                (System.nanoTime() - begun) / 1_000 / MAILS, (system.getProcessCpuTime() - processor) / 1_000 / MAILS);
    }

    private static Callable<Boolean> session(RunningServer server, String mail) {
        return () -> {
            try (var client = new MailClient(server.port())) {
                client.say("EHLO client.example");
                boolean accepted = true;
                for (int number = 0; number < MAILS / SESSIONS; number++) {
                    accepted &= client.deliver(List.of("help@support.acme.test"), mail)
                            .startsWith("250");
                }
                return accepted;
            } catch (IOException broken) {
                throw new AssertionError("expected the server to answer", broken);
            }
        };
    }

    /** Of one mail, in microseconds. */
    private record Cost(long elapsed, long processor) {

        /** The median of each figure, without the first round, which warms up. */
        static Cost median(List<Cost> costs) {
            List<Cost> counted = costs.subList(1, costs.size());
            return new Cost(
                    median(counted.stream().mapToLong(Cost::elapsed).toArray()),
                    median(counted.stream().mapToLong(Cost::processor).toArray()));
        }

        private static long median(long[] figures) {
            Arrays.sort(figures);
            return figures[figures.length / 2];
        }
    }
}
