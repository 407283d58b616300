package org.postroom.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentTest {

    private static final int THREADS = 8;
    private static final int BEFORE_IT_IS_CLOSED = 20;

    @TempDir
    Path directory;

    @Test
    void aClosedOneTakesNothingMore() throws Exception {
        var segment = new Segment(directory, "one");
        assertThat(segment.add(content("first"), 5)).isZero();

        segment.close();

        assertThat(segment.add(content("second"), 6)).isNegative();
        assertThat(directory.resolve("one")).hasContent("first");
    }

    @Test
    void anEmptyOneLeavesNoFile() throws Exception {
        var segment = new Segment(directory, "one");

        segment.close();

        assertThat(directory.resolve("one")).doesNotExist();
    }

    /** Whoever comes too late must not take the file away from those who still flush. */
    @RepeatedTest(100)
    void closingItWhileOthersAddBreaksNobodysMessage() throws Exception {
        var segment = new Segment(directory, "one");
        Map<Long, String> added = new ConcurrentHashMap<>();
        var someAreIn = new CountDownLatch(BEFORE_IT_IS_CLOSED);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Void>> ends = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                ends.add(threads.submit(adding(segment, "thread " + thread + " ", added, someAreIn)));
            }
            someAreIn.await();
            segment.close();
            for (var end : ends) {
                end.get();
            }
        }

        byte[] file = Files.readAllBytes(directory.resolve("one"));
        added.forEach((offset, text) -> assertThat(
                        new String(file, offset.intValue(), text.length(), StandardCharsets.US_ASCII))
                .isEqualTo(text));
    }

    /** Adds until the segment takes nothing more, and then once again, as another message of the organisation might. */
    private static Callable<Void> adding(
            Segment segment, String name, Map<Long, String> added, CountDownLatch someAreIn) {
        return () -> {
            int number = 0;
            while (add(segment, name + number, added) >= 0) {
                number++;
                someAreIn.countDown();
            }
            assertThat(add(segment, name, added)).isNegative();
            return null;
        };
    }

    private static long add(Segment segment, String text, Map<Long, String> added) throws IOException {
        long offset = segment.add(content(text), text.length());
        if (offset >= 0) {
            added.put(offset, text);
        }
        return offset;
    }

    private static byte[] content(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
