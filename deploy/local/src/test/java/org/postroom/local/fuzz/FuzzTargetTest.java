package org.postroom.local.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.postroom.local.stack.StackException;
import org.postroom.local.stack.StackOptions;

class FuzzTargetTest {

    private final Path project = StackOptions.sourceTree();

    @Test
    void areFoundAmongTheTestsOfTheModules() throws IOException {
        assertThat(FuzzTarget.all(project))
                .extracting(FuzzTarget::name)
                .containsExactly("authenticity", "dialogue", "mail", "report");
        assertThat(FuzzTarget.named("mail", project))
                .isEqualTo(new FuzzTarget("mail", Path.of("platform/mail"), "org.postroom.mail.reading.MailFuzz"));
    }

    @Test
    void haveWordsAndInputsToBeginWith() throws IOException {
        assertThat(FuzzTarget.all(project)).allSatisfy(target -> {
            assertThat(target.words(project)).isRegularFile();
            try (var inputs = Files.list(target.kept(project))) {
                assertThat(inputs).isNotEmpty();
            }
        });
    }

    @Test
    void areNamedWhereThereIsNoneOfAName() {
        assertThatThrownBy(() -> FuzzTarget.named("letters", project))
                .isInstanceOf(StackException.class)
                .hasMessage("Expected one of authenticity, dialogue, mail, report, but got letters.");
    }
}
