package org.postroom.routing.journal.kafka.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.routing.decision.EntityKind;
import org.postroom.routing.decision.StateChange;
import org.postroom.routing.interaction.Interaction;

/**
 * What was ever stored can be read: a folder for each form, a file for each sample. The files of a form are never changed; a new
 * one is recorded by {@link StateRecorder}.
 */
class StateCasesTest {

    static final Path FOLDER = Path.of("src/test/resources/state-cases");
    static final String JSON = ".json";
    static final String HEX = ".hex";

    private static final Set<EntityKind> KINDS_SINCE_VERSION_2 =
            EnumSet.of(EntityKind.MAIL_RULES, EntityKind.AUTOMATIC_SENDER, EntityKind.DECIDED_BOUNCE);

    private final StoredForm form = new StoredForm();

    static List<Path> cases() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areReadAsTheyWereMeant(Path file) throws IOException {
        var sample = sampleOf(file);

        assertThat(form.read(sample.kind(), bytes(file))).isEqualTo(sample.entity());
    }

    @Test
    void areThereForEachEntityInEachForm() throws IOException {
        var forms = Stream.concat(
                Stream.of(Path.of("json")),
                Stream.iterate(1, version -> version <= StoredForm.VERSION, version -> version + 1)
                        .map(version -> Path.of(version.toString())));

        for (var each : forms.toList()) {
            var samples = cases().stream()
                    .filter(file -> file.getParent().equals(FOLDER.resolve(each)))
                    .map(StateCasesTest::sampleOf)
                    .toList();
            assertThat(samples)
                    .as("form %s: a sample of every kind, or record it", each)
                    .extracting(StateChange::kind)
                    .containsAll(kindsOf(each));
        }
        assertThat(StoredSamples.byName().values())
                .as("a sample of every state of an interaction")
                .extracting(sample -> sample.entity().getClass().getName())
                .containsAll(states(Interaction.class).map(Class::getName).toList());
    }

    /** Kinds that came later were never stored in an earlier form. */
    private static Set<EntityKind> kindsOf(Path form) {
        var kinds = EnumSet.allOf(EntityKind.class);
        if (form.equals(Path.of("json"))) {
            kinds.remove(EntityKind.TERMS);
        }
        if (form.equals(Path.of("json")) || form.equals(Path.of("1"))) {
            kinds.removeAll(KINDS_SINCE_VERSION_2);
        }
        return kinds;
    }

    /** A form that changes without a new version could not be told from what was stored before. */
    @Test
    void areWhatIsWrittenNow() throws IOException {
        for (var named : StoredSamples.byName().entrySet()) {
            var written = form.write(named.getValue().kind(), named.getValue().entity());

            assertThat(HexFormat.of().formatHex(written))
                    .as("%s, stored otherwise than recorded: count StoredForm.VERSION up", named.getKey())
                    .isEqualTo(Files.readString(file(named.getKey())).strip());
        }
    }

    /** Where a sample of the newest form lies. */
    static Path file(String name) {
        return FOLDER.resolve(String.valueOf(StoredForm.VERSION)).resolve(name + HEX);
    }

    private static StateChange sampleOf(Path file) {
        var name = file.getFileName().toString();
        var sample = StoredSamples.byName().get(name.substring(0, name.lastIndexOf('.')));
        assertThat(sample).as("what %s means", file).isNotNull();
        return sample;
    }

    private static byte[] bytes(Path file) throws IOException {
        return file.toString().endsWith(JSON)
                ? Files.readAllBytes(file)
                : HexFormat.of().parseHex(Files.readString(file).strip());
    }

    private static Stream<Class<?>> states(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StateCasesTest::states)
                : Stream.of(type);
    }
}
