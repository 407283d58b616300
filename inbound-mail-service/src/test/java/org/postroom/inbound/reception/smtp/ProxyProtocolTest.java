package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a load balancer the client is who it says, and nobody else may say so. */
class ProxyProtocolTest {

    private static final byte[] SIGNATURE = "\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void takesTheClientsAddressFromVersion1() throws Exception {
        assertThat(clientAfter(server -> server.comeFrom("192.0.2.7"))).isEqualTo("192.0.2.7");
    }

    @Test
    void takesTheClientsAddressFromVersion2() throws Exception {
        assertThat(clientAfter(client -> client.send(version2(
                        (byte) 0x21, InetAddress.ofLiteral("2001:db8::7"), InetAddress.ofLiteral("2001:db8::1")))))
                .isEqualTo("2001:db8::7");
    }

    @Test
    void takesTheBalancersOwnAddressWhereItConnectsForItself() throws Exception {
        assertThat(clientAfter(client -> client.send(
                        version2((byte) 0x20, InetAddress.ofLiteral("192.0.2.7"), InetAddress.ofLiteral("192.0.2.1")))))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void closesWhereABalancerSaysNothing() throws Exception {
        try (var server = server("127.0.0.0/8");
                var client = new ScriptedClient(server.port())) {
            client.send("EHLO client.example\r\n");
            assertThat(client.line()).isEmpty();
        }
    }

    @Test
    void believesNobodyElse() throws Exception {
        try (var server = server("198.51.100.0/24");
                var client = new ScriptedClient(server.port())) {
            assertThat(client.line()).startsWith("220");
            assertThat(client.say("PROXY TCP4 192.0.2.7 198.51.100.1 40000 25")).startsWith("500 5.5.2");
        }
    }

    @Test
    void looksForEarlyTalkBehindTheHeader() throws Exception {
        var settings =
                RunningServer.settings(Map.of("proxy-networks", "127.0.0.0/8", "limits.greeting-pause", "300ms"));
        try (var server = new RunningServer(folder, settings);
                var hasty = new ScriptedClient(server.port());
                var patient = new ScriptedClient(server.port())) {
            hasty.send("PROXY TCP4 192.0.2.7 198.51.100.1 40000 25\r\nEHLO client.example\r\n");
            patient.comeFrom("192.0.2.8");
            assertThat(hasty.line()).startsWith("554 5.5.0");
            assertThat(patient.line()).startsWith("220");
        }
    }

    @Test
    void listensOnIpv6AndSaysSoInTheTrace() throws Exception {
        try (var server = new RunningServer(folder, RunningServer.settings(Map.of("host", "::1")));
                var client = new ScriptedClient(InetAddress.ofLiteral("::1"), server.port())) {
            client.beginMail();
            client.say("DATA");
            assertThat(client.say("Subject: x\r\n\r\nx\r\n.")).startsWith("250");
            assertThat(server.stored(server.log.getFirst()))
                    .startsWith("Received: from client.example ([IPv6:::1])\r\n");
        }
    }

    /** Delivers a mail behind a header, and says whose it seemed to be. */
    private String clientAfter(Header header) throws Exception {
        try (var server = server("127.0.0.0/8");
                var client = new ScriptedClient(server.port())) {
            header.send(client);
            client.beginMail();
            client.say("DATA");
            assertThat(client.say("Subject: x\r\n\r\nx\r\n.")).startsWith("250");
            return server.log.getFirst().envelope().client().address();
        }
    }

    private RunningServer server(String balancers) throws Exception {
        return new RunningServer(folder, RunningServer.settings(Map.of("proxy-networks", balancers)));
    }

    private static byte[] version2(byte command, InetAddress from, InetAddress to) throws IOException {
        var header = new ByteArrayOutputStream();
        byte[] source = from.getAddress();
        header.write(SIGNATURE);
        header.write(command);
        header.write(source.length == 4 ? 0x11 : 0x21);
        header.write(0);
        header.write(2 * source.length + 4);
        header.write(source);
        header.write(to.getAddress());
        header.write(new byte[] {(byte) 0x9c, 0x40, 0, 25});
        return header.toByteArray();
    }

    private interface Header {
        void send(ScriptedClient client) throws IOException;
    }
}
