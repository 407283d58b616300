package org.postroom.journeys;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A customer's plain mail. */
record Mail(String from, String to, String subject, String messageId, String text) {

    static Mail from(String from) {
        return new Mail(from, "", "A question", "", "Hello, I have a question.").fresh();
    }

    Mail to(String address) {
        return new Mail(from, address, subject, messageId, text);
    }

    Mail about(String newSubject) {
        return new Mail(from, to, newSubject, messageId, text);
    }

    /** The same, as a mail that was never sent before. */
    Mail fresh() {
        return new Mail(from, to, subject, UUID.randomUUID() + "@customer.test", text);
    }

    byte[] bytes() {
        return """
                From: A Customer <%s>
                To: %s
                Subject: %s
                Date: Sun, 22 Nov 2026 10:00:00 +0000
                Message-ID: <%s>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(from, to, subject, messageId, text)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
