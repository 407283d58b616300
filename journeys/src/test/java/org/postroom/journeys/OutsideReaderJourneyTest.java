package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.postroom.local.demo.Setup;

/** Reads a topic with a program that is not ours, as the README shows. */
class OutsideReaderJourneyTest {

    @Test
    void kcatDecodesOurEventsThroughTheRegistry() throws Exception {
        assumeTrue(isInstalled("kcat"), "SKIPPED: kcat is not installed (Debian: apt-get install kcat)");
        var stack = RunningStack.addresses();
        try (var acme = ContactCentre.of(Setup.ACME)) {
            var mail = Mail.from("carla@customer.test").to(acme.openAddress("outside"));
            acme.deliver(mail);
            acme.received(mail);

            var kcat = new ProcessBuilder(
                            "kcat",
                            "-b",
                            stack.bootstrapServers(),
                            "-t",
                            "postroom.email-events",
                            "-C",
                            "-e",
                            "-q",
                            "-s",
                            "value=avro",
                            "-r",
                            stack.registry().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String read = new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(kcat.waitFor()).isZero();
            assertThat(read).contains("\"organisationId\": \"acme\"").contains(mail.messageId());
        }
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
