package org.postroom.routing.journal.kafka.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * Records the samples that the newest stored form has none of yet. Its name is none of a test, so that it runs only when asked
 * for: {@code -Dtest=StateRecorder}. A sample that exists is a promise, and is never recorded again.
 */
class StateRecorder {

    @Test
    void recordsWhatIsMissing() throws IOException {
        var form = new StoredForm();
        for (var named : StoredSamples.byName().entrySet()) {
            var file = StateCasesTest.file(named.getKey());
            if (Files.notExists(file)) {
                Files.createDirectories(file.getParent());
                var bytes = form.write(named.getValue().kind(), named.getValue().entity());
                Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
            }
        }
    }
}
