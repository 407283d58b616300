package org.postroom.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A mail as somebody's program wrote it, and what is right to see of it. Every module that reads mail is tested with
 * them; they lie in this module's resources, as {@code mail-cases}.
 *
 * @param name the case's name
 * @param raw the mail
 * @param expected what is right, by name; what is not named is of no matter to the case
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of a test file: never compared, never changed.
public record MailCase(String name, byte[] raw, Map<String, Object> expected) {

    private static final String FOLDER = "/mail-cases";

    /** All cases, in the order of their names. */
    public static Stream<MailCase> all() throws IOException, URISyntaxException {
        URI folder = Objects.requireNonNull(MailCase.class.getResource(FOLDER), FOLDER)
                .toURI();
        if (folder.getScheme().equals("file")) {
            return in(Path.of(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return in(jar.getPath(FOLDER));
        }
    }

    /** The mail, to be read. */
    public InputStream open() {
        return new ByteArrayInputStream(raw);
    }

    /**
     * What a person must see of its texts, in plain words and in their order.
     *
     * @param asHtml true where HTML is seen of a text that has both forms, false where its plain text is
     */
    public List<String> words(boolean asHtml) {
        Object body = expected.getOrDefault("body", List.of());
        return ((List<?>) body)
                .stream()
                        .map(String::valueOf)
                        .filter(section -> section.startsWith("text: ") || section.startsWith("html: "))
                        .map(section -> asHtml
                                ? section.replaceFirst("(?s).* \\| html: ", "")
                                : section.replaceFirst("(?s) \\| html: .*", ""))
                        .map(text -> text.replaceFirst("^(text|html): ", "").replaceAll("<[^>]*>", ""))
                        .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Stream<MailCase> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(MailCase::read)
                    .toList()
                    .stream();
        }
    }

    private static MailCase read(Path mail) {
        try {
            String name = mail.getFileName().toString().replace(".eml", "");
            Map<String, Object> expected = new Yaml().load(Files.readString(mail.resolveSibling(name + ".yaml")));
            return new MailCase(name, Files.readAllBytes(mail), expected);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
