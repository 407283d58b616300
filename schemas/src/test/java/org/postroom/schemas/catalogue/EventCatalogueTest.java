package org.postroom.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private static final Path PAGE = Path.of("..", "docs", "events.md");

    @Test
    void pageInTheDocumentationIsTheGeneratedOne() throws IOException {
        if (Boolean.getBoolean("postroom.regenerate")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, EventCatalogue.markdown());
        }
        assertThat(PAGE)
                .as("docs/events.md is generated. Make it anew:"
                        + " ./mvnw -pl schemas test -Dtest=EventCatalogueTest -Dpostroom.regenerate=true")
                .exists()
                .hasContent(EventCatalogue.markdown());
    }

    @Test
    void namesEveryTopicAndEveryRecord() {
        String page = EventCatalogue.markdown();
        for (Topic topic : Topics.all()) {
            assertThat(page).contains("## " + topic.name());
            for (Topic.Entry entry : topic.records()) {
                assertThat(page).contains("### " + entry.type().getSimpleName() + "\n");
            }
        }
    }
}
