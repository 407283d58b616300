package org.postroom.console.message.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postroom.console.message.PreparedMail;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.message.Draft;
import org.postroom.runtime.message.EncryptedMessageStore;
import org.postroom.runtime.secret.SecretBox;
import tools.jackson.databind.json.JsonMapper;

/** A program that looks at one mail of 40 MB three times at once: its page, what is known of it, and a file. */
final class ManyViews {

    private static final String ORGANISATION = "acme";
    private static final int VIEWS = 3;
    private static final int PARTS = 4;
    private static final int LINES_OF_A_PART = 125_000;

    /** What of the console lives long besides, in bytes: the rest of its heap is what views may take. */
    private static final int OF_THE_CONSOLE = 96 * 1024 * 1024;

    private ManyViews() {}

    /** Runs it in a folder that is given. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        byte[][] lived = new byte[OF_THE_CONSOLE / (1024 * 1024)][1024 * 1024];
        Clock clock = Clock.systemUTC();
        Path folder = Path.of(arguments[0]);
        var box = SecretBox.of(Base64.getEncoder().encodeToString(new byte[32]));
        var store = EncryptedMessageStore.in(folder, box, new TimeOrderedIds(clock), clock);
        var mails = new StoredMails(
                store,
                store.derived(folder, new TimeOrderedIds(clock), clock),
                JsonMapper.builder().build());
        String key = storeLargeMail(store);
        Callable<Long> view = () -> {
            long shown;
            try (var page = mails.page(ORGANISATION, key, false)) {
                shown = page.transferTo(OutputStream.nullOutputStream());
            }
            PreparedMail mail = mails.mail(ORGANISATION, key);
            mails.copyPart(ORGANISATION, key, mail, mail.parts().getLast(), OutputStream.nullOutputStream());
            return shown;
        };
        try (var readers = Executors.newFixedThreadPool(VIEWS)) {
            for (Future<Long> each : readers.invokeAll(List.of(view, view, view))) {
                System.out.println("shown " + each.get() + " bytes");
            }
        }
        System.out.println("beside "
                + Arrays.stream(lived).mapToLong(piece -> piece.length).sum() + " bytes");
    }

    private static String storeLargeMail(EncryptedMessageStore store) throws IOException {
        byte[] line = ("QUJD".repeat(19) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Draft draft = store.begin(ORGANISATION)) {
            write(draft, "From: a@b.test\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
            write(draft, "--b\r\nContent-Type: text/html\r\n\r\n<p>Beginning</p>");
            write(draft, "<p>".repeat(320_000));
            write(draft, "<div class=\"gmail_quote\">" + "<i>y</i>".repeat(10_000) + "</div>\r\n");
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
}
