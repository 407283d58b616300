package org.postroom.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.local.Pages;
import picocli.CommandLine;

/** What people read about {@code ./postroom}, against the commands and options that there are. */
class DocumentedCommandsTest {

    private static final Pattern COMMAND = Pattern.compile("\\./postroom ([a-z][^`#&;|]*)");
    private static final Pattern PLACEHOLDER_MARKS = Pattern.compile("[\\[\\],]");

    static Stream<String> commands() {
        return Stream.of("README.md", "CONTRIBUTING.md", "deploy/local/README.md")
                .flatMap(page -> Pages.lines(page).stream())
                .flatMap(line -> COMMAND.matcher(line).results())
                .map(found -> found.group(1).strip())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void existsWithItsOptions(String documented) {
        var words = new ArrayDeque<>(
                List.of(PLACEHOLDER_MARKS.matcher(documented).replaceAll(" ").split("\\s+")));
        var command = Postroom.commandLine();
        while (!words.isEmpty() && command.getSubcommands().containsKey(words.peek())) {
            command = command.getSubcommands().get(words.remove());
        }

        assertThat(command.getParent()).as("the command of " + documented).isNotNull();
        while (!words.isEmpty()
                && command.getCommandSpec().unmatchedArgsBindings().isEmpty()) {
            checkNext(command, words, documented);
        }
    }

    private static void checkNext(CommandLine command, ArrayDeque<String> words, String documented) {
        String word = words.remove();
        if (word.startsWith("-")) {
            var option = command.getCommandSpec().findOption(word.replaceFirst("=.*", ""));
            assertThat(option).as("the option " + word + " of " + documented).isNotNull();
            if (option.arity().min() > 0 && !word.contains("=")) {
                assertThat(words)
                        .as("the value of " + word + " of " + documented)
                        .isNotEmpty();
                words.remove();
            }
        } else {
            assertThat(command.getCommandSpec().positionalParameters())
                    .as("something that can be " + word + " in " + documented)
                    .isNotEmpty();
        }
    }
}
