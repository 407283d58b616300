package org.postroom.outbound.compose.kafka;

import java.time.Clock;
import org.postroom.outbound.compose.ComposeReply;
import org.postroom.outbound.compose.ComposedReplies;
import org.postroom.outbound.compose.CompositionAnnouncer;
import org.postroom.outbound.compose.MailArchive;
import org.postroom.outbound.compose.MailReader;
import org.postroom.outbound.compose.MailWriter;
import org.postroom.outbound.conversation.Conversations;
import org.postroom.outbound.directory.Directory;
import org.postroom.outbound.reply.ContentStore;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of composing together. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.COMPOSE)
class ComposeConfiguration {

    @Bean
    ComposeReply composeReply(
            Conversations conversations,
            Directory directory,
            ContentStore contents,
            MailArchive archive,
            MailReader reader,
            MailWriter writer,
            ComposedReplies composed,
            CompositionAnnouncer announcer,
            Clock clock) {
        return new ComposeReply(
                conversations, directory, contents, archive, reader, writer, composed, announcer, clock);
    }
}
