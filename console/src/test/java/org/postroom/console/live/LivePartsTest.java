package org.postroom.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class LivePartsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void replacesNothingThatListensForNews() throws IOException {
        List<Element> listening = listening();

        assertThat(listening).isNotEmpty();
        assertThat(listening)
                .as("news that comes while the answer is under way is lost to an element that is then replaced")
                .allSatisfy(part -> assertThat(part.attr("hx-swap")).isEqualTo("innerHTML"))
                .allSatisfy(part -> assertThat(part.hasAttr("th:fragment")).isFalse());
    }

    private static List<Element> listening() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(LivePartsTest::elements)
                    .filter(element -> element.attr("hx-trigger").contains("sse:")
                            || element.attr("th:attr").contains("sse:"))
                    .toList();
        }
    }

    private static Stream<Element> elements(Path file) {
        try {
            return Jsoup.parse(Files.readString(file)).getAllElements().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
