package org.postroom.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadingLimits;

class ReadFactsTest {

    @Test
    void tellInWhichFactsTwoReadingsDiffer() throws IOException {
        ReadFacts one =
                read("From: Jo <jo@a.test>\nTo: b@b.test\nSubject: One\nDate: Fri, 27 Nov 2026 10:00:00 +0100\n\nText");
        ReadFacts other = read("From: jo@a.test\nTo: b@b.test, c@c.test\nSubject: Other\n\nText, more of it");

        assertThat(one.changesTo(one)).isEmpty();
        assertThat(one.changesTo(other)).containsOnlyKeys("subject", "from", "to", "date", "text");
        assertThat(one.changesTo(other))
                .containsEntry("subject", new ReadFacts.Change("One", "Other"))
                .containsEntry("from", new ReadFacts.Change("Jo <jo@a.test>", "jo@a.test"))
                .containsEntry("date", new ReadFacts.Change("2026-11-27T09:00:00Z", ""))
                .containsEntry("text", new ReadFacts.Change("", ""));
    }

    @Test
    void sayNothingOfATextThatIsNotKnown() throws IOException {
        ReadFacts now = read("From: jo@a.test\nSubject: One\n\nText");
        var atReception = new ReadFacts("One", "jo@a.test", List.of(), List.of(), null, List.of(), null);

        assertThat(atReception.changesTo(now)).isEmpty();
    }

    private static ReadFacts read(String mail) throws IOException {
        return ReadFacts.of(new MailReader(ReadingLimits.TEXT)
                .read(new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }
}
