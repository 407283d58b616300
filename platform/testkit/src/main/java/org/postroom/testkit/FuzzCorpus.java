package org.postroom.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What fuzzing has found worth keeping: for each way through the code one small input that goes it, and every input that
 * something was wrong with once. They lie as {@code fuzz/<target>} in the test resources of the module that is fuzzed, and are
 * run as tests; {@code ./postroom fuzz} begins with them.
 */
public final class FuzzCorpus {

    private FuzzCorpus() {}

    /**
     * The inputs for a target, in the order of their names.
     *
     * @throws IllegalStateException where there is none
     */
    public static List<Path> of(String target) throws IOException, URISyntaxException {
        URI folder = Objects.requireNonNull(FuzzCorpus.class.getResource("/fuzz/" + target), target)
                .toURI();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<Path> inputs = files.sorted().toList();
            if (inputs.isEmpty()) {
                throw new IllegalStateException("expected inputs for " + target + ", but there is none");
            }
            return inputs;
        }
    }
}
