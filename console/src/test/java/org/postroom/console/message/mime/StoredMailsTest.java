package org.postroom.console.message.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.console.message.MailContent;
import org.postroom.console.message.ShownBody;
import org.postroom.runtime.message.Draft;
import org.postroom.runtime.message.FileSystemMessageStore;
import org.postroom.runtime.message.MessageStore;
import tools.jackson.databind.json.JsonMapper;

class StoredMailsTest {

    private static final String ORGANISATION = "0199d7a0-0000-7000-8000-000000000001";
    private static final long MEGABYTE = 1024 * 1024;
    private static final int PARTS = 4;
    private static final int LINES_OF_A_PART = 130_000;

    @TempDir
    Path folder;

    /** Three views of one mail of 40 MB at the same time: what a view takes hangs on its text, not on its attachments. */
    @Test
    void readsALargeMailThreeTimesAtOnceInLittleMemory() throws IOException, InterruptedException, ExecutionException {
        MessageStore store =
                new FileSystemMessageStore(folder, () -> UUID.randomUUID().toString(), Clock.systemUTC());
        String key = storeLargeMail(store);
        StoredMails mails = new StoredMails(store, JsonMapper.builder().build());
        Callable<Long> view = () -> {
            long before = allocated();
            MailContent content = mails.mail(ORGANISATION, key);
            assertThat(new ShownBody(content, number -> "/pictures/" + number).html())
                    .contains("see files");
            mails.copyPart(ORGANISATION, key, PARTS - 1, OutputStream.nullOutputStream());
            assertThat(content.parts()).hasSize(PARTS);
            return allocated() - before;
        };

        try (var readers = Executors.newFixedThreadPool(3)) {
            List<Future<Long>> views = readers.invokeAll(List.of(view, view, view));

            List<Long> taken = new ArrayList<>();
            for (Future<Long> each : views) {
                taken.add(each.get());
            }
            assertThat(taken).as("bytes allocated").allMatch(bytes -> bytes < 30 * MEGABYTE);
        }
    }

    private static String storeLargeMail(MessageStore store) throws IOException {
        byte[] line = ("QUJD".repeat(19) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Draft draft = store.begin(ORGANISATION)) {
            write(draft, "From: a@b.test\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee files\r\n");
            for (int part = 0; part < PARTS; part++) {
                write(draft, "--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n");
                for (int i = 0; i < LINES_OF_A_PART; i++) {
                    draft.write(line, 0, line.length);
                }
            }
            write(draft, "--b--\r\n");
            return draft.commit().key();
        }
    }

    private static void write(Draft draft, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        draft.write(bytes, 0, bytes.length);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
