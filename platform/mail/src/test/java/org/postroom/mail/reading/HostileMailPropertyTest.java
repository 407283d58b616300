package org.postroom.mail.reading;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.postroom.testkit.MailCase;

/** What holds for any bytes at all. */
class HostileMailPropertyTest {

    @Property(tries = 1_000)
    void readsAnyBytes(@ForAll @Size(max = 600) byte[] bytes) {
        assertReads(bytes);
    }

    @Property(tries = 1_500)
    void readsAnythingMadeOfWhatMailsAreMadeOf(@ForAll("pieces") byte[] mail) {
        assertReads(mail);
    }

    @Property(tries = 1_500)
    void readsMailsWithBytesChanged(
            @ForAll("mails") byte[] mail, @ForAll @Size(max = 12) List<Integer> places, @ForAll byte other) {
        byte[] changed = mail.clone();
        for (int place : places) {
            changed[Math.floorMod(place, changed.length)] = other;
        }

        assertReads(changed);
    }

    @Property(tries = 300)
    void readsMailsThatAreCutOff(@ForAll("mails") byte[] mail, @ForAll int place) {
        assertReads(java.util.Arrays.copyOf(mail, Math.floorMod(place, mail.length)));
    }

    @Property(tries = 1_000)
    void readsMailsWithLinesOfOthersAmongTheirOwn(
            @ForAll("mails") byte[] mail,
            @ForAll("mails") byte[] other,
            @ForAll @Size(max = 6) List<@IntRange(max = 1_000) Integer> places) {
        List<String> lines = new ArrayList<>(lines(mail));
        List<String> others = lines(other);
        for (int place : places) {
            int at = place % lines.size();
            switch (place % 3) {
                case 0 -> lines.add(at, others.get(place % others.size()));
                case 1 -> lines.set(at, lines.get(place / 3 % lines.size()));
                default -> lines.addAll(at, others.subList(place % others.size(), others.size()));
            }
        }

        assertReads(String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Among others: the same however its bytes arrive. */
    @Example
    void readsWhatProgramsHaveWritten() throws IOException, URISyntaxException {
        MailCase.all().map(MailCase::raw).forEach(HostileMailPropertyTest::assertReads);
    }

    private static List<String> lines(byte[] mail) {
        return List.of(new String(mail, StandardCharsets.ISO_8859_1).split("\n", -1));
    }

    private static void assertReads(byte[] bytes) {
        assertThatCode(() -> AnyMail.holds(bytes)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<byte[]> mails() throws IOException, URISyntaxException {
        return Arbitraries.of(MailCase.all().map(MailCase::raw).toList());
    }

    @Provide
    Arbitrary<byte[]> pieces() {
        return Arbitraries.of(
                        "From: ",
                        "Subject: ",
                        "Content-Type: multipart/mixed; boundary=b\r\n",
                        "Content-Type: multipart/alternative; boundary*0=b; boundary*1*=%62\r\n",
                        "Content-Type: message/rfc822\r\n",
                        "Content-Type: text/calendar\r\n",
                        "Content-Type: application/ms-tnef\r\n",
                        "Content-Type: text/plain; charset=utf-7\r\n",
                        "BEGIN:VEVENT\r\nDTSTART;TZID=\"a:b\":20261301T990000\r\n",
                        "END:VEVENT\r\n",
                        "\u001B$B",
                        "Content-Type: text/html; charset=utf-16\r\n",
                        "Content-Type: text/plain; charset=x-ISO-2022-CN-CNS\r\n",
                        "Content-Type: ;;;=\r\n",
                        "Content-Disposition: attachment; filename*=utf-8''%\r\n",
                        "Content-Transfer-Encoding: base64\r\n",
                        "Content-Transfer-Encoding: quoted-printable\r\n",
                        "Date: Fri, 99 Foo 2026 25:61:61 +9999\r\n",
                        "Message-ID: <<>@>\r\n",
                        "References: <a@b> <",
                        "=?utf-8?B?w?=",
                        "=?utf-16?Q?=D8=00?=",
                        "((((",
                        "\"",
                        "<a@b.test>",
                        "group: a@b, c@d;",
                        "\r\n",
                        "\r\n\r\n",
                        "\n\n",
                        "--b\r\n",
                        "--b--\r\n",
                        "=",
                        "%",
                        ";",
                        "\0",
                        "\uD83D\uDC4B",
                        "äöü")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces).getBytes(StandardCharsets.UTF_8))
                .filter(Objects::nonNull);
    }
}
