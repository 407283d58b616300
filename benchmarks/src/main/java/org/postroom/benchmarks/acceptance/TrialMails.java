package org.postroom.benchmarks.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Mails by their number, the same each time they are made: most have some kilobytes and share files of the message store, some
 * have up to four megabytes and are files of their own.
 *
 * @param order makes the mails of one run differ from another's
 */
record TrialMails(long order) {

    private static final String HOST = "customer.test";
    private static final int LINE = 62;
    private static final int KILOBYTE = 1_000;

    /** The Message-ID of a mail, without angle brackets. */
    String messageId(int number) {
        return "trial-" + order + "-" + number + "@" + HOST;
    }

    /** The envelope sender of a mail. */
    String sender(int number) {
        return "person-" + number + "@" + HOST;
    }

    /** The mail, with CR LF at the end of each line. */
    byte[] content(int number) {
        Random random = random(number);
        return content(number, size(random), random);
    }

    /** A mail of that size, in bytes. */
    byte[] content(int number, int size) {
        return content(number, size, random(number));
    }

    private byte[] content(int number, int size, Random random) {
        var mail = new StringBuilder(size + 2 * KILOBYTE)
                .append("From: <")
                .append(sender(number))
                .append(">\r\nTo: <" + ReceivingDomain.ADDRESS + ">\r\nSubject: Question ")
                .append(number)
                .append("\r\nMessage-ID: <")
                .append(messageId(number))
                .append(">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n");
        while (mail.length() < size) {
            for (int letter = 0; letter < LINE; letter++) {
                mail.append((char) ('a' + random.nextInt('z' - 'a' + 1)));
            }
            mail.append("\r\n");
        }
        return mail.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private Random random(int number) {
        return new Random(order * 1_000_003 + number);
    }

    private static int size(Random random) {
        int kind = random.nextInt(100);
        if (kind < 60) {
            return random.nextInt(KILOBYTE, 8 * KILOBYTE);
        }
        if (kind < 85) {
            return random.nextInt(8 * KILOBYTE, 120 * KILOBYTE);
        }
        return kind < 95
                ? random.nextInt(130 * KILOBYTE, 600 * KILOBYTE)
                : random.nextInt(KILOBYTE * KILOBYTE, 4 * KILOBYTE * KILOBYTE);
    }
}
