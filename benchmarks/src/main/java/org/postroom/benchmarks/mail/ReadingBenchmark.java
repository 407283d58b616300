package org.postroom.benchmarks.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadMail;
import org.postroom.mail.reading.ReadingLimits;

/**
 * Reads a mail as reception does, before its 250, and as the agent's page does. It has twelve Received fields, a
 * signature, two alternatives and a file that fills it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadingBenchmark {

    /** How large the mail is, in kilobytes. */
    @Param({"5", "50", "1024"})
    public int kilobytes;

    private final MailReader facts = new MailReader(ReadingLimits.FACTS);
    private final MailReader text = new MailReader(ReadingLimits.TEXT);
    private byte[] mail = {};

    /** Makes the benchmark; JMH does. */
    public ReadingBenchmark() {}

    /** Writes the mail. */
    @Setup(Level.Trial)
    public void write() {
        String head = head() + alternatives();
        int lines = Math.max(1, (kilobytes * 1024 - head.length()) / 78);
        mail = (head + ("QUJD".repeat(19) + "\r\n").repeat(lines) + "--outer--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What reception reads. */
    @Benchmark
    public ReadMail facts() throws IOException {
        return facts.read(new ByteArrayInputStream(mail));
    }

    /** What the page and an answer's history read. */
    @Benchmark
    public ReadMail text() throws IOException {
        return text.read(new ByteArrayInputStream(mail));
    }

    private static String head() {
        String received = """
                Received: from mx1.example.org (mx1.example.org [192.0.2.1]) by mx.example.net
                 with ESMTPS id abc for <help@support.acme.test>; Fri, 27 Nov 2026 11:12:28 +0000
                """.replace("\n", "\r\n");
        return received.repeat(12)
                + "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=k1; h=from:to:subject:date;\r\n b="
                + "QUJD".repeat(80) + "\r\n"
                + "From: =?utf-8?Q?J=C3=BCrgen_M=C3=BCller?= <juergen@example.org>\r\n"
                + "To: Help <help@support.acme.test>, \"Other, Person\" <other@example.org>\r\n"
                + "Subject: =?utf-8?B?UsO8Y2tnYWJlIE5yLiA0NzEx?=\r\n"
                + "Date: Fri, 27 Nov 2026 11:12:28 +0000\r\nMessage-ID: <abc@example.org>\r\n"
                + "References: " + "<a1234567890@example.org>\r\n ".repeat(8) + "<z@example.org>\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n";
    }

    private static String alternatives() {
        String line = "Gr=C3=BC=C3=9Fe aus K=C3=B6ln, my order is late.\r\n";
        return "--outer\r\nContent-Type: multipart/alternative; boundary=\"inner\"\r\n\r\n"
                + form("plain", line.repeat(20)) + form("html", ("<p>" + line + "</p>").repeat(20))
                + "--inner--\r\n--outer\r\nContent-Type: application/pdf\r\n"
                + "Content-Disposition: attachment; filename*=utf-8''Rechnung%20M%C3%A4rz.pdf\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n";
    }

    private static String form(String subtype, String content) {
        return "--inner\r\nContent-Type: text/" + subtype + "; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + content + "\r\n";
    }
}
