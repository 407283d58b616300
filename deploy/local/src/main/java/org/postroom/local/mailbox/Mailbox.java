package org.postroom.local.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.postroom.local.host.Folders;
import org.postroom.local.http.Json;

/** The mails that were delivered: of each the raw content, byte by byte, and its envelope beside it, in a folder. */
public final class Mailbox {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("[0-9T.]+-[0-9]+");
    private static final String ENVELOPE = ".json";
    private static final String CONTENT = ".eml";

    private final Path folder;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();

    Mailbox(Path folder, Clock clock) throws IOException {
        this.folder = Folders.makePrivate(folder);
        this.clock = clock;
    }

    /** Keeps a mail. */
    Envelope add(String sender, List<String> recipients, byte[] raw) throws IOException {
        Instant now = clock.instant();
        var id = TIME.format(now) + "-" + count.incrementAndGet();
        var envelope = new Envelope(id, now, sender, recipients);
        Files.write(file(id, CONTENT), raw);
        var written = folder.resolve(id + ".new");
        Files.write(written, Json.MAPPER.writeValueAsBytes(envelope));
        Files.move(written, file(id, ENVELOPE), StandardCopyOption.ATOMIC_MOVE);
        return envelope;
    }

    /**
     * Shows mails, the oldest first. One of them is in memory at a time, however many there are.
     *
     * @param wanted which of them
     * @param shown what is told of each
     * @throws IOException when the folder cannot be read
     */
    public <T> List<T> shown(Predicate<Envelope> wanted, Function<DeliveredMail, T> shown) throws IOException {
        var told = new ArrayList<T>();
        for (var id : ids()) {
            var envelope = envelope(id);
            if (envelope.isPresent() && wanted.test(envelope.get())) {
                told.add(shown.apply(MailReader.read(envelope.get(), Files.readAllBytes(file(id, CONTENT)))));
            }
        }
        return told;
    }

    /**
     * Returns the mails that were delivered to an address, the oldest first.
     *
     * @throws IOException when the folder cannot be read
     */
    public List<DeliveredMail> to(String address) throws IOException {
        return shown(envelope -> envelope.isFor(address), Function.identity());
    }

    /**
     * Returns one mail.
     *
     * @throws IOException when the folder cannot be read
     */
    public Optional<DeliveredMail> find(String id) throws IOException {
        var envelope = envelope(id);
        return envelope.isEmpty()
                ? Optional.empty()
                : Optional.of(MailReader.read(envelope.get(), Files.readAllBytes(file(id, CONTENT))));
    }

    /**
     * Returns one mail as it came over the wire.
     *
     * @throws IOException when the folder cannot be read
     */
    public Optional<byte[]> raw(String id) throws IOException {
        return envelope(id).isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(file(id, CONTENT)));
    }

    /**
     * Removes one mail.
     *
     * @throws IOException when the folder cannot be written
     */
    public void remove(String id) throws IOException {
        if (ID.matcher(id).matches()) {
            Files.deleteIfExists(file(id, ENVELOPE));
            Files.deleteIfExists(file(id, CONTENT));
        }
    }

    /**
     * Removes all mails.
     *
     * @throws IOException when the folder cannot be written
     */
    public void clear() throws IOException {
        for (var id : ids()) {
            remove(id);
        }
    }

    private Optional<Envelope> envelope(String id) throws IOException {
        if (!ID.matcher(id).matches() || Files.notExists(file(id, ENVELOPE))) {
            return Optional.empty();
        }
        return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file(id, ENVELOPE)), Envelope.class));
    }

    private List<String> ids() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENVELOPE))
                    .map(name -> name.substring(0, name.length() - ENVELOPE.length()))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private Path file(String id, String suffix) {
        return folder.resolve(id + suffix);
    }
}
