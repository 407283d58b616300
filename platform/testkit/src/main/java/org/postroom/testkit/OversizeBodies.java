package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Sends every operation that a service describes a body that is too large and does not say how large it is, as chunks
 * (RFC 9112 section 7.1). The operations are the service's own, so that a new one is walked too.
 */
public final class OversizeBodies {

    /** More than any operation of any service takes. */
    private static final int OCTETS = 26_000_000;

    private static final int PATIENCE_MILLIS = 20_000;
    private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");

    private OversizeBodies() {}

    /** Holds the service to 413, and to a reason that names the limit, wherever it reads a body; returns at how many operations. */
    public static int areRefusedEverywhere(int port) throws IOException {
        String token = Parts.identity().token("large-" + port, "large-" + port, SuspendedOrganisation.allPermissions());
        int walked = 0;
        for (var path : ApiContract.of(port).paths().properties()) {
            for (var operation : path.getValue().properties()) {
                if (WITH_BODY.contains(operation.getKey())
                        && !operation.getValue().path("requestBody").isMissingNode()) {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    refuses(port, token, method, path.getKey(), type(operation.getValue()));
                    walked++;
                }
            }
        }
        return walked;
    }

    private static String type(JsonNode operation) {
        return operation.at("/requestBody/content").propertyNames().stream()
                .findFirst()
                .orElse("application/json");
    }

    private static void refuses(int port, String token, String method, String path, String type) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String head = String.join(
                    "\r\n",
                    method + " " + path.replaceAll("[{][^}]*}", "x") + " HTTP/1.1",
                    "Host: localhost",
                    "Authorization: Bearer " + token,
                    "Content-Type: " + type,
                    "Transfer-Encoding: chunked",
                    "Connection: close",
                    "",
                    "");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            send(socket);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).as("%s %s", method, path).contains(" 413");
            assertThat(in.readAllAsString())
                    .as("%s %s", method, path)
                    .contains("application/problem+json", "expected a body of at most");
        }
    }

    /** White space, before which neither JSON nor YAML begins; until there is an answer. */
    private static void send(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        byte[] chunk = ("10000\r\n" + " ".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try {
            for (int sent = 0; sent < OCTETS && socket.getInputStream().available() == 0; sent += chunk.length) {
                out.write(chunk);
            }
            // else the service waits for the rest, which it would throw away
            socket.shutdownOutput();
        } catch (IOException hungUp) {
            // the answer tells why
        }
    }
}
