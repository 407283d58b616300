package org.postroom.local.stack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Tells whether a part can be used now. A process that was frozen does not answer, though its port takes connections. */
@FunctionalInterface
interface Probe {

    Duration PATIENCE = Duration.ofSeconds(2);
    HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    boolean isReady() throws InterruptedException;

    /** The part answers 200 at an address. */
    static Probe http(String address) {
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        return () -> {
            try {
                return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** The broker tells which requests it knows: its first answer to every client (Kafka's ApiVersions, version 0). */
    static Probe kafka(InetSocketAddress address) {
        return () -> answers(address, (out, in) -> {
            out.writeInt(10);
            out.writeShort(18);
            out.writeShort(0);
            out.writeInt(1);
            out.writeShort(-1);
            out.flush();
            return in.readInt() > 4 && in.readInt() == 1 && in.readShort() == 0;
        });
    }

    /** The database says whether it speaks TLS: its first answer to every client, given by a process for that client. */
    static Probe database(InetSocketAddress address) {
        return () -> answers(address, (out, in) -> {
            out.writeInt(8);
            out.writeInt(80_877_103);
            out.flush();
            int answer = in.read();
            return answer == 'N' || answer == 'S';
        });
    }

    private static boolean answers(InetSocketAddress address, Exchange exchange) {
        try (var socket = new Socket()) {
            socket.connect(address, (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return exchange.fits(
                    new DataOutputStream(socket.getOutputStream()), new DataInputStream(socket.getInputStream()));
        } catch (IOException e) {
            return false;
        }
    }

    /** A question and whether the answer is the expected one. */
    @FunctionalInterface
    interface Exchange {
        boolean fits(DataOutputStream out, DataInputStream in) throws IOException;
    }
}
