package org.postroom.domain;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.postroom.testkit.Parts;
import org.springframework.core.env.Environment;

/** The service as a process of its own, which may be killed, or given little memory. */
final class ServiceProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private ServiceProcess() {}

    /** Starts it with the parts that the environment names, and a database and a group of consumers of its own. */
    static Process start(Environment environment, Path folder, int port, String database, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "@" + classPath(folder),
                "org.postroom.domain.DomainServiceApplication",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--spring.datasource.url=" + Parts.database(database),
                "--spring.kafka.consumer.group-id=" + database));
        for (String property : List.of(
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.kafka.bootstrap-servers",
                "spring.kafka.properties[schema.registry.url]",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                "postroom.message-store.directory",
                "postroom.message-store.master-key")) {
            command.add("--" + property + "=" + environment.getProperty(property, ""));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    /** What it said. */
    static Path log(Path folder) {
        return folder.resolve("service.log");
    }

    /** Waits until it answers, and returns the administrator of a new organisation. */
    static Api organisationOnceReady(int port, String organisation) {
        Api operator = Api.operator(port);
        Awaitility.await().atMost(PATIENCE).until(() -> {
            try {
                return operator.sendUnchecked(
                                        "PUT", "/api/organisations/" + organisation, Api.organisation(organisation))
                                .status()
                        == 200;
            } catch (AssertionError notYet) {
                return false;
            }
        });
        return Api.administrator(port, organisation);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path classPath(Path folder) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Files.writeString(folder.resolve("classpath"), "-cp \"" + classPath + "\"");
    }
}
