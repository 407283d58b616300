package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.local.demo.Setup;
import org.postroom.local.demo.Waiting;
import org.postroom.local.stack.RoutingProgram;
import org.postroom.local.stack.StackOptions;

/** What happened is told afterwards: why it was this agent, the story of the mail, and that everything came to one end. */
class ExplainedJourneyTest {

    @Test
    void saysWhyItWasThisAgentAndTellsTheStory() throws Exception {
        var stack = RunningStack.addresses();
        try (var acme = ContactCentre.of(Setup.ACME)) {
            acme.hasAgent("anna", "Anna", 4);
            var mail = Mail.from("carla@customer.test").to(acme.openAddress("explained", "anna"));
            var anna = acme.signedIn("anna");
            acme.deliver(mail);
            String interaction = acme.threaded(mail).getInteractionId();
            acme.goOnQueue(anna);
            acme.accept(anna, interaction);

            var decision = Waiting.until(
                    "the console to know the decision",
                    ContactCentre.PATIENCE,
                    () -> anna.get(stack.console(), "/api/interactions/" + interaction + "/assignment"),
                    answer -> answer.path("agentId").asString("").equals("anna"));
            assertThat(decision.path("candidates").path(0).path("why").asString())
                    .isEqualTo("Anna was the only one who could take it.");

            acme.messageIdOf(acme.reply(anna, interaction, "Here is the answer."));
            acme.awaitClosed(interaction);
            acme.goOffQueue(anna);
            assertThat(told(0, "timeline", "<" + mail.messageId() + ">"))
                    .containsSubsequence(
                            "A mail from carla@customer.test was accepted",
                            "nobody could take it: Anna (not on queue).",
                            "It was offered to Anna, who could take more",
                            "Anna accepted it",
                            "The reply was delivered to carla@customer.test",
                            "It ended: it was answered");
            assertThat(told(1, "timeline", "nothing-of-that-name")).contains("Nothing in the log speaks of");
            assertThat(told(0, "audit", "--organisation", "acme")).contains("All is even.");
        }
    }

    /** What a program says that ends with this exit code. */
    private static String told(int exitCode, String program, String... arguments) throws Exception {
        var running = RoutingProgram.process(
                        StackOptions.sourceTree(), Optional.of(RunningStack.stack()), program, List.of(arguments))
                .redirectErrorStream(true)
                .start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isEqualTo(exitCode);
        return said;
    }
}
