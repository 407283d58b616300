package org.postroom.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.id.TimeOrderedIds;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MessageStoreConfigurationTest {

    private static final String KEY = "postroom.message-store.master-key=";
    private static final String ONE = "QmV0dGVyIHRoYW4gbm9uZSwgYnV0IGZvciB0ZXN0cyE=";
    private static final String ANOTHER = "YSBrZXkgdGhhdCB0aGUgdGVzdHMnIHN0b3JlIGhhcy4=";

    @TempDir
    private Path root;

    private ApplicationContextRunner service() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MessageStoreConfiguration.class))
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(IdSource.class, () -> new TimeOrderedIds(Clock.systemUTC()))
                .withPropertyValues("postroom.message-store.directory=" + root.resolve("messages"));
    }

    @Test
    void doesNotStartWithoutAMasterKeyAndMakesNothing() {
        for (String none : new String[] {"", "c2hvcnQ=", "no key"}) {
            service()
                    .withPropertyValues(KEY + none)
                    .run(context -> assertThat(context.getStartupFailure())
                            .rootCause()
                            .hasMessageContaining("expected 32 bytes in base64"));
        }
        service()
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("postroom.message-store.master-key: expected 32 bytes in base64"));
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void doesNotStartWithAnotherMasterKeyThanTheStoreWasBegunWith() {
        service()
                .withPropertyValues(KEY + ONE)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(EncryptedMessageStore.class));

        service()
                .withPropertyValues(KEY + ANOTHER)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(
                                "postroom.message-store.master-key: expected the master key that this message"
                                        + " store was begun with"));
        service()
                .withPropertyValues(KEY + ANOTHER + "," + ONE)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void providesNoStoreWhereThereIsNoDirectory() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MessageStoreConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MessageStore.class));
    }
}
