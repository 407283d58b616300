package org.postroom.schemas.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.AddressConfigured;

class TrustedEventsTest {

    /** Builds an event from its defaults in a process that has done nothing else before. */
    static final class BuildsAnEventFirst {
        public static void main(String... arguments) {
            AddressConfigured event = AddressConfigured.newBuilder()
                    .setOrganisationId("acme")
                    .setAddressId("a")
                    .setDomainId("d")
                    .setDomainName("support.acme.test")
                    .setLocalPart("help")
                    .setFromAddress("help@support.acme.test")
                    .setChangedBy("someone")
                    .setVersion(1)
                    .setOccurredAt(Instant.EPOCH)
                    .build();
            System.out.println(event.getHistory());
        }
    }

    @Test
    void buildsAnEventFromItsDefaultsBeforeAnythingElseRan() throws IOException, InterruptedException {
        // when
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BuildsAnEventFirst.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).endsWith("ALWAYS\n");
    }
}
