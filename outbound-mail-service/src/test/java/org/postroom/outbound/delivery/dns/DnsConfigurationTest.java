package org.postroom.outbound.delivery.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postroom.outbound.delivery.MailRoute;
import org.postroom.runtime.dns.ResolverSettings;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;

class DnsConfigurationTest {

    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void asksAgainWhereTheQuestionIsLost() throws IOException {
        try (var server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Thread.ofVirtual().start(() -> answerAllButTheFirst(server));
            var settings = new ResolverSettings("127.0.0.1:" + server.getLocalPort(), Duration.ofMillis(300));
            var routes = new DnsMailRoutes(new DnsConfiguration().dnsResolver(settings), 25);

            assertThat(routes.of("lossy.test"))
                    .isInstanceOfSatisfying(
                            MailRoute.Nowhere.class,
                            nowhere -> assertThat(nowhere.enhancedStatus()).isEqualTo("5.1.10"));
            assertThat(questions.get()).isGreaterThan(1);
        }
    }

    private void answerAllButTheFirst(DatagramSocket server) {
        var packet = new DatagramPacket(new byte[512], 512);
        try {
            while (true) {
                server.receive(packet);
                if (questions.incrementAndGet() > 1) {
                    byte[] answer = nullMx(Arrays.copyOf(packet.getData(), packet.getLength()));
                    server.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
                packet.setLength(512);
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] nullMx(byte[] question) throws IOException {
        var message = new Message(question);
        message.getHeader().setFlag(Flags.QR);
        var asked = message.getQuestion();
        message.addRecord(new MXRecord(asked.getName(), asked.getDClass(), 60, 0, Name.root), Section.ANSWER);
        return message.toWire();
    }
}
