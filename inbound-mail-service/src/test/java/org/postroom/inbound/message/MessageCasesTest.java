package org.postroom.inbound.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.mail.reading.NamedAddress;
import org.yaml.snakeyaml.Yaml;

/** Each .eml in messages is a raw mail; the .yaml beside it names the facts that are expected of it. */
class MessageCasesTest {

    static Stream<Path> cases() throws IOException, URISyntaxException {
        var directory = Path.of(Objects.requireNonNull(MessageCasesTest.class.getResource("/messages"))
                .toURI());
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsTheFactsOfTheMessage(Path message) throws Exception {
        MessageFacts facts;
        try (InputStream raw = Files.newInputStream(message)) {
            facts = new MessageReader().read(raw, false);
        }

        Map<String, Object> expected = new Yaml().load(Files.readString(expectation(message), StandardCharsets.UTF_8));
        Map<String, @Nullable Object> actual = described(facts);
        assertThat(expected)
                .allSatisfy(
                        (name, value) -> assertThat(actual.get(name)).as(name).isEqualTo(value));
    }

    private static Path expectation(Path message) {
        return message.resolveSibling(message.getFileName().toString().replace(".eml", ".yaml"));
    }

    private static Map<String, @Nullable Object> described(MessageFacts facts) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("from", described(facts.from()));
        described.put("replyTo", described(facts.replyTo()));
        described.put("to", facts.to().stream().map(MessageCasesTest::described).toList());
        described.put("cc", facts.cc().stream().map(MessageCasesTest::described).toList());
        described.put("subject", facts.subject());
        described.put("messageId", facts.messageId());
        described.put("inReplyTo", facts.inReplyTo());
        described.put("references", facts.references());
        described.put("sentAt", facts.sentAt() == null ? null : facts.sentAt().toString());
        described.put("attachments", attachments(facts));
        described.put("automation", facts.automation().name());
        described.put("warnings", facts.warnings());
        return described;
    }

    private static List<String> attachments(MessageFacts facts) {
        return facts.attachments().stream()
                .map(one -> one.fileName() + " " + one.mediaType() + " " + one.size() + (one.inline() ? " inline" : ""))
                .toList();
    }

    private static @Nullable String described(@Nullable NamedAddress mailbox) {
        if (mailbox == null) {
            return null;
        }
        return mailbox.name() == null ? mailbox.address() : mailbox.name() + " <" + mailbox.address() + ">";
    }
}
