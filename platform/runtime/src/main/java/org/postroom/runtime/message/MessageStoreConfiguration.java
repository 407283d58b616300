package org.postroom.runtime.message;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.postroom.runtime.id.IdSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Provides the message store where a directory is configured. */
@AutoConfiguration
@EnableConfigurationProperties(MessageStoreSettings.class)
@ConditionalOnProperty("postroom.message-store.directory")
public class MessageStoreConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MessageStoreConfiguration.class);
    private static final Duration NOBODY_WRITES_SO_LONG = Duration.ofDays(1);

    @Bean
    @ConditionalOnMissingBean
    MessageStore messageStore(MessageStoreSettings settings, IdSource ids, Clock clock) throws IOException {
        Path directory = Objects.requireNonNull(settings.directory());
        var store = new FileSystemMessageStore(directory, ids, clock);
        Thread.ofVirtual().name("message-store-drafts").start(() -> clearDrafts(store));
        return store;
    }

    private static void clearDrafts(FileSystemMessageStore store) {
        try {
            int removed = store.clearDrafts(NOBODY_WRITES_SO_LONG);
            if (removed > 0) {
                LOG.atInfo().addKeyValue("drafts", removed).log("Cleared messages that nobody finished");
            }
        } catch (IOException failed) {
            LOG.atWarn().setCause(failed).log("Messages that nobody finished could not be cleared");
        }
    }
}
