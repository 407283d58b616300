package org.postroom.runtime.message;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where messages are kept.
 *
 * @param directory the directory of the file system store, shared by all services of an installation; a service that
 *     needs no store leaves it out
 */
@ConfigurationProperties("postroom.message-store")
public record MessageStoreSettings(@Nullable Path directory) {

    /** Refuses an empty path. */
    public MessageStoreSettings {
        if (directory != null && directory.toString().isBlank()) {
            throw new IllegalArgumentException(
                    "postroom.message-store.directory: expected a directory, but it is empty");
        }
    }
}
