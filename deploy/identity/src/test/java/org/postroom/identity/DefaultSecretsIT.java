package org.postroom.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.signin.SignIn;
import org.springframework.boot.SpringApplication;

/** The demonstration's accounts, in a program that is really started where others could reach it. */
class DefaultSecretsIT {

    @TempDir
    private Path folder;

    @Test
    void endsAtOnceAndNamesEachSettingWhereOthersCouldReachIt() throws Exception {
        int port = freePort();
        Path log = folder.resolve("log");
        Process process = start(log, port, "--server.address=0.0.0.0");

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(log, StandardCharsets.UTF_8))
                .contains("APPLICATION FAILED TO START", "would listen on 0.0.0.0")
                .contains("postroom.identity.console-secret (in the environment: POSTROOM_IDENTITY_CONSOLESECRET)")
                .contains("postroom.identity.operator-secret", "postroom.identity.users[6].password")
                .contains("server.address=127.0.0.1", "postroom.security.allow-default-secrets=true")
                .doesNotContain("Tomcat");
    }

    @Test
    void startsWithSecretsOfItsOwn() throws Exception {
        int port = freePort();
        String[] arguments = {
            "--server.port=" + port,
            "--server.address=0.0.0.0",
            "--management.server.port=0",
            "--postroom.identity.issuer=http://localhost:" + port,
            "--postroom.identity.console-secret=one of its own",
            "--postroom.identity.operator-secret=another",
            "--postroom.identity.users[0].id=olga",
            "--postroom.identity.users[0].password=a third",
            "--postroom.identity.users[0].organisation=platform",
            "--postroom.identity.users[0].permissions[0]=installation:operate"
        };
        try (var running = SpringApplication.run(IdentityApplication.class, arguments)) {
            assertThat(running.isActive()).isTrue();
            assertThatCode(() -> new SignIn(java.net.URI.create("http://localhost:" + port)).operator("another"))
                    .doesNotThrowAnyException();
        }
    }

    private Process start(Path log, int port, String... arguments) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path file = Files.writeString(folder.resolve("classpath"), "-cp \"" + classPath + "\"");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "@" + file,
                "org.postroom.identity.IdentityApplication",
                "--server.port=" + port,
                "--management.server.port=0"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
