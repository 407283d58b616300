package org.postroom.inbound.reception.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.postroom.inbound.reception.Check;
import org.postroom.inbound.reception.Facts;
import org.postroom.inbound.reception.Refusal;
import org.postroom.inbound.reception.Verdict;

/** A check for each stage as the recipe for mail checks asks for: a class, and a line where it is registered. */
final class TrialChecks {

    private TrialChecks() {}

    /** Marks whoever comes from this machine. */
    record FromThisMachine() implements Check.Rule<Facts.Connection> {

        @Override
        public String name() {
            return "from-this-machine";
        }

        @Override
        public Verdict judge(Facts.Connection facts) {
            return facts.clientAddress().equals("127.0.0.1")
                    ? new Verdict.Marked("The client is on this machine.")
                    : Verdict.PASSED;
        }
    }

    /** Refuses a client that calls itself by our name, for good and in words of its own. */
    record OurName() implements Check.Rule<Facts.Greeting> {

        private static final Refusal REFUSAL = Refusal.of("our_name", 550, "5.7.1", "You are not us");

        @Override
        public String name() {
            return "our-name";
        }

        @Override
        public Verdict judge(Facts.Greeting facts) {
            return facts.client().name().equals("mx.postroom.test") ? new Verdict.Refused(REFUSAL) : Verdict.PASSED;
        }
    }

    /** Refuses a sender for now. */
    record ComeBackLater() implements Check.Rule<Facts.Sender> {

        private static final Refusal REFUSAL = Refusal.of("come_back_later", 451, "4.7.1", "Come back later");

        @Override
        public String name() {
            return "come-back-later";
        }

        @Override
        public Verdict judge(Facts.Sender facts) {
            return facts.sender().address().startsWith("new@") ? new Verdict.Refused(REFUSAL) : Verdict.PASSED;
        }
    }

    /** Asks a server that never answers. */
    static final class SilentServer implements Check.Inquiry<Facts.Recipient> {

        final AtomicInteger asked = new AtomicInteger();
        final AtomicBoolean interrupted = new AtomicBoolean();
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public String name() {
            return "silent-server";
        }

        @Override
        public Duration budget() {
            return Duration.ofMillis(50);
        }

        @Override
        public Verdict judge(Facts.Recipient facts) throws InterruptedException {
            asked.incrementAndGet();
            try {
                never.await();
                return new Verdict.Refused(Refusal.NO_SUCH_ADDRESS);
            } catch (InterruptedException late) {
                interrupted.set(true);
                throw late;
            }
        }
    }

    /** Asks, for each sender, a server that answers when it is let. */
    static final class SlowServer implements Check.Inquiry<Facts.Sender> {

        final AtomicInteger asked = new AtomicInteger();
        final CountDownLatch answers = new CountDownLatch(1);

        @Override
        public String name() {
            return "slow-server";
        }

        @Override
        public Duration budget() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Verdict judge(Facts.Sender facts) throws InterruptedException {
            asked.incrementAndGet();
            answers.await();
            return Verdict.PASSED;
        }
    }

    /** Refuses a subject, reading the message itself. */
    record ForbiddenSubject() implements Check.Rule<Facts.Content> {

        private static final Refusal REFUSAL = Refusal.of("forbidden_subject", 554, "5.7.0", "Not about this");

        @Override
        public String name() {
            return "forbidden-subject";
        }

        @Override
        public Verdict judge(Facts.Content facts) {
            String raw = read(facts).toLowerCase(Locale.ROOT);
            return raw.contains("subject: forbidden") ? new Verdict.Refused(REFUSAL) : Verdict.PASSED;
        }

        private static String read(Facts.Content facts) {
            try (var raw = facts.beginning().open()) {
                return new String(raw.readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
