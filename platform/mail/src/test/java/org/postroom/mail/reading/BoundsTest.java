package org.postroom.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an attacker can send is read in short time and little memory. */
@Timeout(20)
class BoundsTest {

    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final long MEGABYTE = 1024 * 1024;

    private final MailReader reader = new MailReader(ReadingLimits.TEXT);

    @Test
    void stopsWherePartsNestTooDeepAndKeepsWhatCameBefore() throws IOException {
        String nested = IntStream.range(0, 50_000)
                .mapToObj(level -> "Content-Type: multipart/mixed; boundary=b" + level + "\r\n\r\n--b" + level
                        + "\r\n\r\nseen " + level + "\r\n--b" + level + "\r\n")
                .collect(Collectors.joining());

        ReadMail mail = quickly("Subject: deep\r\n" + nested);

        assertThat(mail.header().subject()).isEqualTo("deep");
        assertThat(mail.text(html -> html)).contains("seen 0", "seen 29").doesNotContain("seen 30");
        assertThat(mail.flaws())
                .extracting(Flaw::kind)
                .containsExactlyInAnyOrder(Flaw.Kind.NO_AUTHOR, Flaw.Kind.TOO_DEEP);
    }

    @Test
    void stopsWhereThereAreTooManyParts() throws IOException {
        ReadMail mail =
                quickly("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(500_000));

        assertThat(mail.body()).hasSize(2_000);
        assertThat(mail.flaws()).extracting(Flaw::kind).contains(Flaw.Kind.TOO_MANY_PARTS);
    }

    @Test
    void stopsWhereHeadersAreTooLong() throws IOException {
        ReadMail many = quickly("Subject: first\r\n" + "X-Filling: a\r\n".repeat(300_000) + "\r\nx");
        ReadMail large =
                quickly("Subject: first\r\n" + ("X-Filling: " + "a".repeat(200_000) + "\r\n").repeat(40) + "\r\nx");
        ReadMail one = quickly("Subject: first\r\nX-Filling: " + "a".repeat(3_000_000) + "\r\n\r\nx");

        assertThat(java.util.List.of(many, large, one)).allSatisfy(mail -> {
            assertThat(mail.header().subject()).isEqualTo("first");
            assertThat(mail.flaws()).extracting(Flaw::kind).contains(Flaw.Kind.HEADER_TOO_LARGE);
        });
    }

    @Test
    void cutsTextBetweenCharacters() throws IOException {
        ReadMail mail = quickly("Content-Type: text/plain; charset=utf-8\r\n\r\n" + "x" + "ä".repeat(2_000_000));

        assertThat(mail.text(html -> html)).hasSizeBetween(500_000, 600_000).doesNotContain("Ã", "\uFFFD");
        assertThat(mail.flaws()).extracting(Flaw::kind).contains(Flaw.Kind.TEXT_CUT);
    }

    @Test
    void readsALargeAttachmentWithoutKeepingIt() throws IOException {
        String head = "Content-Type: application/pdf; name=large.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        long before = allocated();
        ReadMail mail = reader.read(withLines(head, 1_000_000));
        long used = allocated() - before;

        assertThat(mail.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.size()).isEqualTo(57_000_000));
        assertThat(used).as("bytes allocated").isLessThan(20 * MEGABYTE);
    }

    @Test
    void readsEncodedWordsAddressesAndIdentifiersThatGoOnAndOnInShortTime() throws IOException {
        for (String hostile : new String[] {
            "(".repeat(200_000),
            "\"".repeat(199_999),
            "<".repeat(200_000),
            "< ".repeat(100_000),
            "=?".repeat(100_000),
            "=?utf-8?Q?".repeat(20_000),
            "=?a?Q?=41?= ".repeat(15_000),
            "a:".repeat(100_000),
            "a@b,".repeat(50_000),
            "x@y ".repeat(50_000),
            "a*0=".repeat(50_000),
            ";".repeat(200_000),
            "a,".repeat(100_000) + "<"
        }) {
            ReadMail mail = quickly("From: " + hostile + "\r\nTo: " + hostile + "\r\nSubject: " + hostile
                    + "\r\nReferences: " + hostile + "\r\nDate: " + hostile + "\r\nContent-Type: " + hostile
                    + "\r\nContent-Disposition: " + hostile + "\r\n\r\ntext");

            assertThat(mail.flaws()).extracting(Flaw::kind).doesNotContain(Flaw.Kind.UNREADABLE);
        }
    }

    @Test
    void copiesOnePartAsItWasBeforeItWasEncoded() throws IOException {
        String mail = """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Disposition: attachment; filename=a.txt

                first
                --b
                Content-Type: text/x-log
                Content-Transfer-Encoding: base64

                c2Vjb25k
                --b--
                """;
        var copy = new ByteArrayOutputStream();

        assertThat(reader.copyPart(bytes(mail), 1, copy)).isTrue();
        assertThat(copy.toString(StandardCharsets.UTF_8)).isEqualTo("second");
        assertThat(reader.copyPart(bytes(mail), 2, copy)).isFalse();
    }

    @Test
    void opensMessagesWithinMessagesAsDeepAsPartsMayNest() throws IOException {
        ReadMail mail = quickly("Content-Type: message/rfc822\r\n\r\n".repeat(20_000) + "Subject: innermost\r\n\r\nx");

        assertThat(mail.parts()).hasSizeBetween(20, 30);
        assertThat(mail.flaws()).extracting(Flaw::kind).contains(Flaw.Kind.TOO_DEEP);
    }

    @Test
    void keepsNothingOfALargeMessageWithinTheMessage() throws IOException {
        String head = """
                Content-Type: message/rfc822

                Content-Type: application/pdf
                Content-Transfer-Encoding: base64

                """;
        long before = allocated();
        ReadMail mail = reader.read(withLines(head, 500_000));
        long used = allocated() - before;

        assertThat(mail.parts()).extracting(MailPart::size).contains(28_500_000L);
        assertThat(used).as("bytes allocated").isLessThan(20 * MEGABYTE);
    }

    private ReadMail quickly(String mail) throws IOException {
        long begin = System.nanoTime();
        ReadMail read = reader.read(bytes(mail));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(QUICK);
        return read;
    }

    private static InputStream bytes(String mail) {
        return new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream withLines(String head, int lines) {
        byte[] line = ("QUJD".repeat(19) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        InputStream body = new InputStream() {
            private long position;

            @Override
            public int read() {
                return position == (long) lines * line.length ? -1 : line[(int) (position++ % line.length)];
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                long left = (long) lines * line.length - position;
                int count = (int) Math.min(Math.min(left, length), line.length - position % line.length);
                System.arraycopy(line, (int) (position % line.length), target, offset, count);
                position += count;
                return count == 0 ? -1 : count;
            }
        };
        return new SequenceInputStream(Collections.enumeration(java.util.List.of(bytes(head), body)));
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
