package org.postroom.outbound.reply.http;

import java.time.Clock;
import org.postroom.outbound.conversation.Conversations;
import org.postroom.outbound.directory.Directory;
import org.postroom.outbound.organisation.Organisations;
import org.postroom.outbound.reply.ContentStore;
import org.postroom.outbound.reply.Replies;
import org.postroom.outbound.reply.ReplyDesk;
import org.postroom.outbound.reply.ReplyPublisher;
import org.postroom.outbound.signature.ChooseSignature;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.IdSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of the reply desk together. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.COMPOSE)
class ReplyConfiguration {

    @Bean
    ReplyDesk replyDesk(
            Conversations conversations,
            Directory directory,
            Organisations organisations,
            ContentStore contents,
            Replies replies,
            ReplyPublisher publisher,
            IdSource ids,
            Clock clock) {
        return new ReplyDesk(
                conversations,
                directory,
                new ChooseSignature(directory, organisations),
                contents,
                replies,
                publisher,
                ids,
                clock);
    }
}
