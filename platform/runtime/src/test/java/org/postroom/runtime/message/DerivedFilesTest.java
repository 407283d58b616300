package org.postroom.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.secret.SecretBox;

class DerivedFilesTest {

    private static final SecretBox MASTER_KEY = SecretBox.of(Base64.getEncoder().encodeToString(new byte[32]));
    private static final byte[] LOGO = "a logo, a logo, a logo".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path root;

    private EncryptedMessageStore messages;
    private DerivedStore derived;

    @BeforeEach
    void open() throws IOException {
        Clock clock = Clock.systemUTC();
        messages = EncryptedMessageStore.in(root, MASTER_KEY, new TimeOrderedIds(clock), clock);
        derived = messages.derived(root, new TimeOrderedIds(clock), clock);
    }

    @Test
    void givesBackWhatWasKeptAndKeepsItFromWhoeverHasTheDisk() throws IOException {
        keep("acme", "logo", LOGO);

        assertThat(derived.has("acme", "logo")).isTrue();
        assertThat(read("acme", "logo")).isEqualTo(LOGO);
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("logo"));
    }

    @Test
    void namesEqualContentsAlikeWithinAnOrganisationOnly() throws IOException {
        assertThat(name("acme", LOGO)).hasSize(64).isEqualTo(name("acme", LOGO));
        assertThat(name("acme", LOGO)).isNotEqualTo(name("acme", new byte[] {1}));
        assertThat(name("acme", LOGO)).isNotEqualTo(name("globex", LOGO));
    }

    @Test
    void namesContentsAlikeAfterARestart() throws IOException {
        String before = name("acme", LOGO);

        open();

        assertThat(name("acme", LOGO)).isEqualTo(before);
    }

    @Test
    void leavesNothingOfWhatWasNotFinished() throws IOException {
        try (DerivedDraft draft = derived.begin("acme", "logo")) {
            draft.write(LOGO, 0, LOGO.length);
        }

        assertThat(derived.has("acme", "logo")).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void showsNobodyWhatIsAnothersOrDoesNotExist() throws IOException {
        keep("acme", "logo", LOGO);

        for (String name : List.of("logo", "other", "../acme/derived/logo", ".keys")) {
            assertThatThrownBy(() -> derived.open("globex", name)).isInstanceOf(NoSuchMessageException.class);
        }
    }

    @Test
    void doesNotOpenWhatLiesUnderAnothersName() throws IOException {
        keep("acme", "logo", LOGO);
        Path file = files().getFirst();
        Files.copy(file, file.resolveSibling("invoice"));

        assertThatThrownBy(() -> read("acme", "invoice")).isInstanceOf(IOException.class);
    }

    @Test
    void goesWithItsOrganisation() throws IOException {
        keep("acme", "logo", LOGO);

        messages.removeAll("acme");

        assertThat(files()).isEmpty();
        assertThat(derived.has("acme", "logo")).isFalse();
        assertThatThrownBy(() -> derived.open("acme", "logo")).isInstanceOf(NoSuchMessageException.class);
        assertThatThrownBy(() -> derived.begin("acme", "logo")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> derived.naming("acme")).isInstanceOf(IOException.class);
    }

    @Test
    void keepsNothingOfAnOrganisationThatIsRemovedMeanwhile() throws IOException {
        try (DerivedDraft draft = derived.begin("acme", "logo")) {
            messages.removeAll("acme");
            draft.write(LOGO, 0, LOGO.length);

            assertThatThrownBy(draft::keep).isInstanceOf(IOException.class);
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void removesWhatNobodyHasReadForLong() throws IOException {
        keep("acme", "read", LOGO);
        keep("acme", "unread", LOGO);
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
        }
        read("acme", "read");

        assertThat(derived.removeUnread(Duration.ofDays(30))).isEqualTo(1);

        assertThat(derived.has("acme", "read")).isTrue();
        assertThat(derived.has("acme", "unread")).isFalse();
    }

    private void keep(String organisation, String name, byte[] content) throws IOException {
        try (DerivedDraft draft = derived.begin(organisation, name)) {
            draft.write(content, 0, content.length);
            draft.keep();
        }
    }

    private byte[] read(String organisation, String name) throws IOException {
        try (var content = derived.open(organisation, name)) {
            return content.readAllBytes();
        }
    }

    private String name(String organisation, byte[] content) throws IOException {
        ContentNaming.Digest digest = derived.naming(organisation).begin();
        digest.update(content, 0, content.length);
        return digest.name();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.getParent().endsWith("derived")).toList();
        }
    }
}
