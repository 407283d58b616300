package org.postroom.benchmarks.smtp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Mails that differ in their Message-ID only. */
final class SampleMail {

    private static final String LINE = "The quick brown fox jumps over the lazy dog, again and again and again.\r\n";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final String run;
    private final String date;
    private final String body;

    /**
     * Makes mails of one run.
     *
     * @param startedAt makes this run's Message-IDs differ from all others'
     * @param size how large a mail is, roughly, in bytes
     */
    SampleMail(Instant startedAt, int size) {
        this.run = Long.toString(startedAt.toEpochMilli(), 36);
        this.date = DATE.format(startedAt.atZone(ZoneOffset.UTC));
        this.body = LINE.repeat(Math.max(1, size / LINE.length()));
    }

    /** The mail of that number, ready to be sent after DATA. */
    byte[] content(int number) {
        String mail = "From: Load <customer%d@load.example>\r\nTo: <help@load.example>\r\nSubject: Load %d\r\n"
                        .formatted(number, number)
                + "Date: " + date + "\r\nMessage-ID: <" + run + "." + number + "@load.example>\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body + ".\r\n";
        return mail.getBytes(StandardCharsets.US_ASCII);
    }
}
