package org.postroom.outbound.compose.kafka;

import java.time.Clock;
import org.postroom.mail.ThreadTokens;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadingLimits;
import org.postroom.outbound.compose.ComposeReply;
import org.postroom.outbound.compose.ComposedReplies;
import org.postroom.outbound.compose.CompositionPublisher;
import org.postroom.outbound.compose.MailArchive;
import org.postroom.outbound.compose.MailWriter;
import org.postroom.outbound.conversation.Conversations;
import org.postroom.outbound.directory.Directory;
import org.postroom.outbound.organisation.Organisations;
import org.postroom.outbound.reply.ContentStore;
import org.postroom.outbound.reply.RequestedReply;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.outbound.waiting.WaitingLine;
import org.postroom.outbound.waiting.jdbc.JdbcWaitingRoom;
import org.postroom.outbound.waiting.worker.WaitingSettings;
import org.postroom.outbound.waiting.worker.WaitingTurns;
import org.postroom.runtime.secret.DerivedKeys;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of composing together. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.COMPOSE)
class ComposeConfiguration {

    @Bean
    ComposeReply composeReply(
            Conversations conversations,
            Directory directory,
            Organisations organisations,
            ContentStore contents,
            MailArchive archive,
            MailWriter writer,
            ComposedReplies composed,
            CompositionPublisher publisher,
            DerivedKeys keys,
            WaitingSettings settings,
            Clock clock) {
        return new ComposeReply(
                conversations,
                directory,
                organisations,
                contents,
                archive,
                new MailReader(ReadingLimits.TEXT),
                writer,
                composed,
                publisher,
                new ThreadTokens(keys.forPurpose(ThreadTokens.PURPOSE)),
                settings.newsPatience(),
                clock);
    }

    @Bean
    WaitingLine<RequestedReply> composeLine(JdbcClient database, ComposeReply composing, Clock clock) {
        var room = new JdbcWaitingRoom<>(database, Stage.COMPOSE, RequestedReply.class);
        return new WaitingLine<>(room, composing, clock);
    }

    @Bean
    RepeatedWork composeWaiting(WaitingLine<RequestedReply> composeLine, PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        return new RepeatedWork("compose-waiting", () -> new WaitingTurns(composeLine, template));
    }
}
