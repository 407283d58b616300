package org.postroom.console.message.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.postroom.runtime.message.DerivedStore;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets go what was made of mails that nobody has looked at for long; it is made anew when somebody does. */
@Configuration(proxyBeanMethods = false)
class UpkeepConfiguration {

    private static final Duration UNREAD = Duration.ofDays(30);
    private static final Duration LOOK_EVERY = Duration.ofDays(1);

    @Bean
    RepeatedWork derivedUpkeep(DerivedStore derived) {
        return new RepeatedWork("derived-upkeep", () -> goesOn -> {
            try {
                derived.removeUnread(UNREAD);
                return LOOK_EVERY;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }
}
