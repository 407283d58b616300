package org.postroom.runtime.message;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.postroom.runtime.id.IdSource;
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

    @Bean
    @ConditionalOnMissingBean
    MessageStore messageStore(MessageStoreSettings settings, IdSource ids, Clock clock) throws IOException {
        Path directory = Objects.requireNonNull(settings.directory());
        return new FileSystemMessageStore(directory, ids, clock);
    }
}
