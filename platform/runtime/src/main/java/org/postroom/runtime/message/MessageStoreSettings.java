package org.postroom.runtime.message;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where messages are kept, and what encrypts them.
 *
 * @param directory the directory of the file system store, shared by all services of an installation, which run as the same
 *     user; a service that needs no store leaves it out
 * @param masterKey 32 random bytes in base64, the same in all services, which encrypt the organisations' keys in that
 *     directory; or several, parted by commas, of which the first one encrypts and all of them decrypt. It belongs into the
 *     environment or a secret, never into a file under version control
 */
@ConfigurationProperties("postroom.message-store")
public record MessageStoreSettings(
        @Nullable Path directory, @Nullable String masterKey) {

    /** Refuses an empty path. */
    public MessageStoreSettings {
        if (directory != null && directory.toString().isBlank()) {
            throw new IllegalArgumentException(
                    "postroom.message-store.directory: expected a directory, but it is empty");
        }
    }
}
