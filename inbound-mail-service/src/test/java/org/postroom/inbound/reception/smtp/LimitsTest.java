package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody takes what belongs to all: time, places, memory. */
class LimitsTest {

    private static final List<String> HELP = List.of("help@support.acme.test");
    private static final String MAIL = "Subject: x\r\n\r\nHello";
    private static final String NOBODY = "192.0.2.1";

    @TempDir
    Path folder;

    @Test
    void sendsAwayWhoSpeaksBeforeTheGreeting() throws Exception {
        try (var server = server(Map.of("limits.greeting-pause", "300ms"));
                var hasty = new ScriptedClient(server.port())) {
            hasty.send("EHLO client.example\r\n");
            assertThat(hasty.line()).startsWith("554 5.5.0");
            assertThat(hasty.line()).isEmpty();
            assertThat(dismissals(server, "spoke_first")).isOne();
            await().until(() -> MailClient.deliver(server.port(), HELP, MAIL).startsWith("250"));
        }
    }

    @Test
    void keepsNobodyWaitingTwiceForTheGreeting() throws Exception {
        try (var server = server(Map.of("limits.greeting-pause", "700ms"))) {
            MailClient.greeting(server.port());

            long before = System.nanoTime();
            assertThat(MailClient.greeting(server.port())).startsWith("220");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(700));
        }
    }

    @Test
    void sendsAwayWhoSendsContentByteByByte() throws Exception {
        try (var server = server(Map.of("limits.slow-patience", "1s", "limits.minimum-rate", "1000B"));
                var slow = new ScriptedClient(server.port())) {
            slow.beginMail();
            assertThat(slow.say("DATA")).startsWith("354");
            await().pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
                slow.send("x");
                assertThat(slow.hasAnswer()).isTrue();
            });
            assertThat(slow.line()).startsWith("421 4.4.2");
            assertThat(dismissals(server, "too_slow")).isOne();
            assertThat(server.log).isEmpty();
        }
    }

    @Test
    void sendsAwayWhoSendsAChunkByteByByte() throws Exception {
        try (var server = server(Map.of("limits.slow-patience", "1s", "limits.minimum-rate", "1000B"));
                var slow = new ScriptedClient(server.port())) {
            slow.beginMail();
            slow.send("BDAT 100000 LAST\r\n");
            await().pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
                slow.send("x");
                assertThat(slow.hasAnswer()).isTrue();
            });
            assertThat(slow.line()).startsWith("421 4.4.2");
        }
    }

    @Test
    void endsASessionThatTakesTooLongHoweverBusyItIs() throws Exception {
        try (var server = server(Map.of("limits.session-time", "1s"));
                var staying = new ScriptedClient(server.port())) {
            staying.line();
            staying.say("EHLO client.example");
            await().pollInterval(Duration.ofMillis(50))
                    .until(() -> staying.say("NOOP").startsWith("421 4.4.2"));
            assertThat(dismissals(server, "session_too_long")).isOne();
        }
    }

    @Test
    void defersTheMailsOfAClientThatBeginsTooMany() throws Exception {
        try (var server = server(Map.of("limits.mails-per-minute", "2", "limits.unlimited-networks", NOBODY));
                var client = new MailClient(server.port())) {
            client.say("EHLO client.example");
            assertThat(client.deliver(HELP, MAIL)).startsWith("250");
            assertThat(client.deliver(HELP, MAIL)).startsWith("250");
            assertThat(client.say("MAIL FROM:<bob@example.org>")).startsWith("450 4.7.1");
            assertThat(verdicts(server, "sender", "rate-of-mails")).isOne();
        }
    }

    @Test
    void defersTheMailsOfASenderThatBeginsTooManyAndNobodyElses() throws Exception {
        try (var server =
                        server(Map.of("limits.mails-of-sender-per-minute", "1", "limits.unlimited-networks", NOBODY));
                var client = new MailClient(server.port())) {
            client.say("EHLO client.example");
            assertThat(client.deliver(HELP, MAIL)).startsWith("250");
            assertThat(client.say("MAIL FROM:<Ann@example.org>")).startsWith("450 4.7.1");
            assertThat(client.say("MAIL FROM:<bob@example.org>")).startsWith("250");
        }
    }

    @Test
    void sendsAwayWhoConnectsTooOften() throws Exception {
        try (var server = server(Map.of("limits.connections-per-minute", "1", "limits.unlimited-networks", NOBODY))) {
            assertThat(MailClient.greeting(server.port())).startsWith("220");
            assertThat(MailClient.greeting(server.port())).startsWith("421 4.7.0");
        }
    }

    @Test
    void refusesALineBeyondItsBoundAndSplitsNone() throws Exception {
        try (var server = server(Map.of("limits.longest-line", "2000B"))) {
            String longest = "a".repeat(1_900);
            assertThat(MailClient.deliver(server.port(), HELP, MAIL + longest)).startsWith("250");
            assertThat(server.stored(server.log.getFirst())).contains(longest);
            assertThat(MailClient.deliver(server.port(), HELP, MAIL + "a".repeat(2_100)))
                    .startsWith("554 5.6.0");
        }
    }

    @Test
    void leavesRoomForOthersWhereOneClientSendsVeryMuchAtOnce() throws Exception {
        try (var server = server(Map.of(
                        "limits.memory", "1MB",
                        "limits.memory-share", "10",
                        "limits.memory-patience", "100ms",
                        "proxy-networks", "127.0.0.0/8"));
                var first = new ScriptedClient(server.port());
                var second = new ScriptedClient(server.port());
                var other = new ScriptedClient(server.port())) {
            first.comeFrom("192.0.2.7");
            second.comeFrom("192.0.2.7");
            other.comeFrom("192.0.2.8");
            for (ScriptedClient client : List.of(first, second, other)) {
                client.beginMail();
            }
            assertThat(first.say("DATA")).startsWith("354");
            assertThat(second.say("DATA")).startsWith("451 4.3.1");
            assertThat(other.say("DATA")).startsWith("354");
            assertThat(first.say(MAIL + "\r\n.")).startsWith("250");
            second.say("MAIL FROM:<ann@example.org>");
            second.say("RCPT TO:<help@support.acme.test>");
            assertThat(second.say("DATA")).startsWith("354");
            assertThat(other.say(MAIL + "\r\n.")).startsWith("250");
            assertThat(second.say(MAIL + "\r\n.")).startsWith("250");
            assertThat(server.meters.get("postroom.inbound.memory").gauge().value())
                    .isZero();
        }
    }

    private RunningServer server(Map<String, String> settings) throws Exception {
        return new RunningServer(folder, RunningServer.settings(settings));
    }

    private static double dismissals(RunningServer server, String reason) {
        return server.meters
                .counter("postroom.inbound.dismissals", "reason", reason)
                .count();
    }

    private static double verdicts(RunningServer server, String stage, String check) throws IOException {
        return server.meters
                .counter("postroom.inbound.checks", "stage", stage, "check", check, "verdict", "deferred")
                .count();
    }
}
