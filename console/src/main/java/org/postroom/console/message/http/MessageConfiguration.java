package org.postroom.console.message.http;

import java.security.SecureRandom;
import java.time.Clock;
import org.postroom.console.message.PicturePass;
import org.postroom.console.message.WebAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

    private static final int KEY_BYTES = 32;

    /** The key lives as long as the sessions do, which are in this process's memory. */
    @Bean
    PicturePass picturePass(Clock clock) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new PicturePass(key, clock);
    }

    @Bean
    PictureFetcher pictureFetcher(RemotePictureSettings settings) {
        return new PictureFetcher(new WebAddresses(settings.trustedAddresses()));
    }
}
