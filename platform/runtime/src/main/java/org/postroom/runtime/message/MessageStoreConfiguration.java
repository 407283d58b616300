package org.postroom.runtime.message;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.secret.DerivedKeys;
import org.postroom.runtime.secret.SecretBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Provides the message store where a directory is configured; it encrypts, and there is none that does not. */
@AutoConfiguration
@EnableConfigurationProperties(MessageStoreSettings.class)
@ConditionalOnProperty("postroom.message-store.directory")
public class MessageStoreConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(MessageStoreConfiguration.class);
    private static final Duration NOBODY_WRITES_SO_LONG = Duration.ofDays(1);

    @Bean
    @ConditionalOnMissingBean(MessageStore.class)
    EncryptedMessageStore messageStore(MessageStoreSettings settings, IdSource ids, Clock clock) throws IOException {
        Path directory = Objects.requireNonNull(settings.directory());
        String masterKey = Objects.requireNonNullElse(settings.masterKey(), "");
        try {
            var box = SecretBox.of(masterKey);
            var files = new FileSystemOctets(directory, ids, clock);
            var store = EncryptedMessageStore.around(new SegmentedOctets(files), directory, box, clock);
            Thread.ofVirtual().name("message-store-upkeep").start(() -> keepUp(files));
            return store;
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("postroom.message-store.master-key: " + invalid.getMessage(), invalid);
        }
    }

    @Bean
    @ConditionalOnBean(EncryptedMessageStore.class)
    @ConditionalOnMissingBean
    DerivedStore derivedStore(
            EncryptedMessageStore messages, MessageStoreSettings settings, IdSource ids, Clock clock) {
        return messages.derived(Objects.requireNonNull(settings.directory()), ids, clock);
    }

    /** Keys for what the services that share a store prove to each other. */
    @Bean
    @ConditionalOnMissingBean
    DerivedKeys derivedKeys(MessageStoreSettings settings) {
        try {
            return DerivedKeys.of(Objects.requireNonNullElse(settings.masterKey(), ""));
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("postroom.message-store.master-key: " + invalid.getMessage(), invalid);
        }
    }

    private static void keepUp(FileSystemOctets files) {
        try {
            var tightened = files.tighten();
            if (tightened.stillOpen() > 0) {
                LOG.atWarn()
                        .addKeyValue("count", tightened.stillOpen())
                        .log(
                                "Other users of this machine may read parts of the message store: they belong to another user"
                                        + " than the service runs as");
            } else if (tightened.open() > 0) {
                LOG.atInfo()
                        .addKeyValue("count", tightened.open())
                        .log("Stored messages that other users of this machine could read were taken from them");
            }
            int removed = files.clearDrafts(NOBODY_WRITES_SO_LONG);
            if (removed > 0) {
                LOG.atInfo().addKeyValue("drafts", removed).log("Cleared messages that nobody finished");
            }
        } catch (IOException failed) {
            LOG.atWarn().setCause(failed).log("The message store could not be looked through for what is left over");
        }
    }
}
