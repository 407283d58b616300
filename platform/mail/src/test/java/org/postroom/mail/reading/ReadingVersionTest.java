package org.postroom.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.MailCase;

/**
 * What was made of mails is kept by the version of the reading: a change of what is read must raise it. {@code readings.txt} has what
 * that version reads, by a digest of each case.
 */
class ReadingVersionTest {

    private static final Path FOUND = Path.of("target", "readings.txt");

    @Test
    void isRaisedWhereAMailIsReadOtherwise() throws IOException, URISyntaxException, NoSuchAlgorithmException {
        Map<String, String> found = new TreeMap<>();
        found.put("version", String.valueOf(MailReader.VERSION));
        for (MailCase mail : MailCase.all().toList()) {
            String read = DescribedMail.of(new MailReader(ReadingLimits.TEXT).read(mail.open()))
                    .toString();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(read.getBytes(StandardCharsets.UTF_8));
            found.put(mail.name(), HexFormat.of().formatHex(digest).substring(0, 16));
        }
        Files.writeString(
                FOUND,
                found.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue() + "\n")
                        .collect(Collectors.joining()));

        Map<String, String> known = known();
        boolean sameVersion = known.get("version").equals(found.get("version"));
        Map<String, String> otherwise = found.entrySet().stream()
                .filter(each -> known.containsKey(each.getKey()))
                .filter(each -> !each.getValue().equals(known.get(each.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(otherwise)
                .as("raise MailReader.VERSION, and copy " + FOUND + " to src/test/resources/readings.txt")
                .isEmpty();
        assertThat(sameVersion).isTrue();
    }

    private static Map<String, String> known() throws IOException {
        try (InputStream file = ReadingVersionTest.class.getResourceAsStream("/readings.txt")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(' ')),
                            line -> line.substring(line.indexOf(' ') + 1)));
        }
    }
}
