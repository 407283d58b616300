package org.postroom.outbound.smtpserver.smtp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.smtpserver.ConnectionTest;
import org.postroom.outbound.smtpserver.SmtpServer;
import org.postroom.outbound.smtpserver.StepResult;
import org.postroom.outbound.smtpserver.StepResult.Step;

/** Tries a server with the same dialogue that mail is sent with. */
final class SmtpConnectionTest implements ConnectionTest {

    private final SmtpSignIn signIn;
    private final Duration patience;
    private final Clock clock;

    SmtpConnectionTest(SmtpSignIn signIn, Duration patience, Clock clock) {
        this.signIn = signIn;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public List<StepResult> run(SmtpServer server, @Nullable String secret, @Nullable String from) {
        var steps = new Steps(clock);
        try (SmtpDialogue dialogue = signIn.open(server, secret, patience, patience, steps)) {
            if (dialogue != null) {
                if (from == null || from.isBlank()) {
                    steps.skip(Step.SENDER, "no sender to try with");
                } else {
                    steps.run(Step.SENDER, () -> sender(dialogue, from));
                }
                steps.run(Step.QUIT, () -> quit(dialogue));
            }
        } catch (IOException gone) {
            steps.note("the connection was gone before it could be closed");
        }
        return steps.all();
    }

    private static Steps.Done<Boolean> sender(SmtpDialogue dialogue, String from) throws StepFailedException {
        try {
            SmtpAnswer answer =
                    dialogue.ask("MAIL FROM:<" + EmailAddress.of(from).value() + ">");
            if (!answer.positive()) {
                throw new StepFailedException(
                        answer.text(), "Let the server's operator allow this user to send as " + from + ".");
            }
            dialogue.ask("RSET");
            return new Steps.Done<>(true, answer.text());
        } catch (IllegalArgumentException | IOException broken) {
            throw new StepFailedException(String.valueOf(broken.getMessage()), "Check the sender's address.");
        }
    }

    /** A server that hangs up instead of saying good-bye did all that was wanted. */
    private static Steps.Done<Boolean> quit(SmtpDialogue dialogue) {
        try {
            return new Steps.Done<>(true, dialogue.ask("QUIT").text());
        } catch (IOException hungUp) {
            return new Steps.Done<>(true, String.valueOf(hungUp.getMessage()));
        }
    }
}
