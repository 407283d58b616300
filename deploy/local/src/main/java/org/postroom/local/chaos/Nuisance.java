package org.postroom.local.chaos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.demo.Setup;
import org.postroom.local.mailbox.SmtpClient;
import org.postroom.local.signin.SignIn;

/** What one organisation's administrator, or a stranger, does to take the others' capacity. Each returns what was answered. */
final class Nuisance {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SILENT_CONNECTIONS = 60;
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final int REQUESTS = 800;
    private static final int LARGE_BODY_MEGABYTES = 64;
    private static final int NESTED_PARTS = 5_000;
    private static final int LARGE_MAIL = 40 << 20;

    private final StackAddresses stack;
    private final Random random;
    private final HttpClient http = HttpClient.newHttpClient();

    Nuisance(StackAddresses stack, Random random) {
        this.stack = stack;
        this.random = random;
    }

    /** A nuisance, or the answer that there was none. */
    @FunctionalInterface
    interface Deed {

        /** Does it and returns the status codes, or what else was answered. */
        List<String> perform() throws IOException, InterruptedException;
    }

    /** A nuisance with the name that the account has for it. */
    record Named(String name, Deed deed) {}

    /** Chooses one. */
    Named any() {
        var all = all();
        return all.get(random.nextInt(all.size()));
    }

    /** All of them. */
    List<Named> all() {
        return List.of(
                new Named("an agent with 40 000 languages", this::longList),
                new Named("a document that expands to millions of nodes", this::expandingDocument),
                new Named("a body of 64 MB", this::largeBody),
                new Named("800 requests at once", this::flood),
                new Named("a mail of 40 MB", this::largeMail),
                new Named("a mail of 5 000 parts in each other", this::nestedMail),
                new Named("a claim to another organisation's domain", this::claim),
                new Named("60 connections that say nothing", this::silence));
    }

    private List<String> longList() throws IOException, InterruptedException {
        var languages = IntStream.range(0, 40_000)
                .mapToObj(number -> "\"aa-x-n" + number + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        var agent = "{\"displayName\":\"Nuisance\",\"emailCapacity\":1,\"languages\":" + languages + "}";
        return List.of(put(stack.domain(), "/api/agents/nuisance", "application/json", BodyPublishers.ofString(agent)));
    }

    private List<String> expandingDocument() throws IOException, InterruptedException {
        var document = new StringBuilder("postroom: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name <= 'h'; name++) {
            var before = "*" + (char) (name - 1);
            document.append(name).append(": &").append(name).append(" [");
            document.append(String.join(", ", List.of(before, before, before, before, before, before)));
            document.append("]\n");
        }
        return List.of(send(request(stack.domain(), "/api/configuration", "application/yaml")
                .POST(BodyPublishers.ofString(document.toString()))));
    }

    /** In chunks, without saying beforehand how long it is; white space, which a reader of JSON passes over to its end. */
    private List<String> largeBody() throws IOException, InterruptedException {
        var megabyte = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        var body = BodyPublishers.ofByteArrays(Collections.nCopies(LARGE_BODY_MEGABYTES, megabyte));
        return List.of(put(stack.domain(), "/api/agents/nuisance", "application/json", body));
    }

    private List<String> flood() throws IOException, InterruptedException {
        var request = request(stack.domain(), "/api/agents", "application/json").GET();
        List<Future<String>> asked = new ArrayList<>();
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < REQUESTS; number++) {
                asked.add(askers.submit(() -> send(request.copy())));
            }
        }
        var answers = new ArrayList<String>();
        for (var one : asked) {
            try {
                answers.add(one.get());
            } catch (ExecutionException silent) {
                answers.add("no answer");
            }
        }
        return answers;
    }

    private List<String> largeMail() throws IOException {
        var mail = ("Subject: large\r\n\r\n"
                        + "0123456789012345678901234567890123456789012345678901234567\r\n".repeat(LARGE_MAIL / 60))
                .getBytes(StandardCharsets.US_ASCII);
        return List.of(sent(mail));
    }

    private List<String> nestedMail() throws IOException {
        var mail = new StringBuilder("Subject: nested\r\nMIME-Version: 1.0\r\n");
        for (int depth = 0; depth < NESTED_PARTS; depth++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%1$d\r\n\r\n--b%1$d\r\n".formatted(depth));
        }
        return List.of(sent(mail.append("\r\nHello\r\n").toString().getBytes(StandardCharsets.US_ASCII)));
    }

    private String sent(byte[] mail) throws IOException {
        var outcome =
                SmtpClient.send(stack.smtp(), "nuisance@" + Customers.DOMAIN, List.of(Setup.GLOBEX.address()), mail);
        return outcome.reply().substring(0, 3);
    }

    private List<String> claim() throws IOException, InterruptedException {
        return List.of(send(request(stack.domain(), "/api/domains", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + Setup.ACME.domain() + "\"}"))));
    }

    private List<String> silence() throws IOException, InterruptedException {
        var connections = new ArrayList<Socket>();
        try {
            for (int number = 0; number < SILENT_CONNECTIONS; number++) {
                var socket = new Socket();
                connections.add(socket);
                socket.connect(
                        new InetSocketAddress(
                                stack.smtp().getAddress(), stack.smtp().getPort()),
                        5_000);
            }
            Thread.sleep(SILENCE);
        } finally {
            for (var socket : connections) {
                socket.close();
            }
        }
        return List.of("held");
    }

    private String put(URI service, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(request(service, path, type).PUT(body));
    }

    private HttpRequest.Builder request(URI service, String path, String type)
            throws IOException, InterruptedException {
        var token = new SignIn(stack.identity()).user(Setup.GLOBEX.administrator(), Setup.PASSWORD);
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Integer.toString(
                http.send(request.build(), BodyHandlers.discarding()).statusCode());
    }
}
