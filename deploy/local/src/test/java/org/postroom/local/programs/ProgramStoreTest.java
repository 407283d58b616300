package org.postroom.local.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramStoreTest {

    @TempDir
    private Path folder;

    private final AtomicInteger made = new AtomicInteger();
    private ProgramStore store = ProgramStore.in(Path.of("unset"));

    @BeforeEach
    void openStore() {
        store = ProgramStore.in(folder.resolve("programs"));
    }

    @Test
    void makesAnEntryOnceAndReturnsItAgain() throws Exception {
        var first = store.entry("server", this::makeServer);
        var again = ProgramStore.in(folder.resolve("programs")).entry("server", this::makeServer);

        assertThat(again).isEqualTo(first);
        assertThat(made).hasValue(1);
        assertThat(first.resolve("bin/run")).hasContent("#!/bin/sh");
    }

    @Test
    void makesAnEntryAgainWhoseFileIsTruncated() throws Exception {
        var entry = store.entry("server", this::makeServer);
        Files.writeString(entry.resolve("bin/run"), "#!");

        reopened().entry("server", this::makeServer);

        assertThat(entry.resolve("bin/run")).hasContent("#!/bin/sh");
    }

    @Test
    void makesAnEntryAgainWhoseContentChangedThoughItsSizeDidNot() throws Exception {
        var entry = store.entry("server", this::makeServer);
        Files.writeString(entry.resolve("bin/run"), "#!/bin/xx");

        reopened().entry("server", this::makeServer);

        assertThat(entry.resolve("bin/run")).hasContent("#!/bin/sh");
    }

    @Test
    void makesAnEntryAgainThatLostAFileOrALinkOrWonOne() throws Exception {
        var entry = store.entry("server", this::makeServer);
        Files.delete(entry.resolve("lib.so"));
        reopened().entry("server", this::makeServer);
        assertThat(entry.resolve("lib.so")).isSymbolicLink();

        Files.delete(entry.resolve("lib.so.1"));
        reopened().entry("server", this::makeServer);
        assertThat(entry.resolve("lib.so.1")).exists();

        Files.writeString(entry.resolve("stranger"), "");
        reopened().entry("server", this::makeServer);
        assertThat(entry.resolve("stranger")).doesNotExist();
    }

    @Test
    void beginsAnewOverTheRemainsOfAnInterruptedTry() throws Exception {
        // given
        var remains = Files.createDirectories(folder.resolve("programs/server.new/bin"));
        Files.writeString(remains.resolve("run"), "#!");

        // when
        var entry = store.entry("server", this::makeServer);

        // then
        assertThat(entry.resolve("bin/run")).hasContent("#!/bin/sh");
        assertThat(folder.resolve("programs/server.new")).doesNotExist();
    }

    @Test
    void hasNoEntryAfterAFailureAndMakesItAtTheNextTry() throws Exception {
        assertThatThrownBy(() -> store.entry("server", target -> {
                    Files.createDirectories(target);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
        assertThat(store.find("server")).isEmpty();

        assertThat(store.entry("server", this::makeServer)).isDirectory();
    }

    @Test
    void makesAnEntryOnceForManyWhoAskAtTheSameTime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.invokeAll(IntStream.range(0, 20)
                    .mapToObj(_ -> (Callable<Path>) () -> store.entry("server", this::makeServer))
                    .toList());
            for (var each : asked) {
                assertThat(each.get()).isDirectory();
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void keepsFilesToo() throws Exception {
        var file = store.entry("library.jar", target -> Files.writeString(target, "classes"));
        Files.writeString(file, "classe");
        store = reopened();

        assertThat(store.find("library.jar")).isEmpty();
        assertThat(store.entry("library.jar", target -> Files.writeString(target, "classes")))
                .hasContent("classes");
    }

    @Test
    void removesWhatEarlierBuildsLeft() throws Exception {
        store.entry("console.jsa.1", target -> Files.writeString(target, "old"));
        store.entry("console.jsa.2", target -> Files.writeString(target, "new"));

        store.removeOthers("console.jsa.", "console.jsa.2");

        assertThat(store.find("console.jsa.1")).isEmpty();
        assertThat(store.find("console.jsa.2")).isPresent();
    }

    @Test
    void keepsNewEntriesElsewhereWhereItCannotBeWritten() throws Exception {
        // given: a file where the store's folder would be, which stops the superuser too
        Files.writeString(folder.resolve("programs"), "");

        // when
        var entry = ProgramStore.in(folder.resolve("programs/store"))
                .orElse(folder.resolve("data"))
                .entry("server", this::makeServer);

        // then
        assertThat(entry).isEqualTo(folder.resolve("data/server"));
    }

    /** The store as the next process sees it. */
    private ProgramStore reopened() {
        return ProgramStore.in(folder.resolve("programs"));
    }

    private void makeServer(Path target) throws IOException {
        made.incrementAndGet();
        Files.createDirectories(target.resolve("bin"));
        Files.writeString(target.resolve("bin/run"), "#!/bin/sh");
        Files.writeString(target.resolve("lib.so.1"), "code");
        Files.createSymbolicLink(target.resolve("lib.so"), Path.of("lib.so.1"));
    }
}
