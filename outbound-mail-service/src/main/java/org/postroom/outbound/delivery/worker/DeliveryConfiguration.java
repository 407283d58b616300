package org.postroom.outbound.delivery.worker;

import java.time.Clock;
import org.postroom.outbound.delivery.ApplyChanges;
import org.postroom.outbound.delivery.Atomically;
import org.postroom.outbound.delivery.Attempt;
import org.postroom.outbound.delivery.ComposedReply;
import org.postroom.outbound.delivery.DeliveryPublisher;
import org.postroom.outbound.delivery.DueDeliveries;
import org.postroom.outbound.delivery.Ledger;
import org.postroom.outbound.delivery.MailRoutes;
import org.postroom.outbound.delivery.OwnServers;
import org.postroom.outbound.delivery.QueueReply;
import org.postroom.outbound.delivery.Settlement;
import org.postroom.outbound.delivery.SignedMails;
import org.postroom.outbound.delivery.SmtpClient;
import org.postroom.outbound.signing.SignMail;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.outbound.waiting.WaitingLine;
import org.postroom.outbound.waiting.WaitingRoom;
import org.postroom.outbound.waiting.jdbc.JdbcWaitingRoom;
import org.postroom.outbound.waiting.worker.WaitingSettings;
import org.postroom.outbound.waiting.worker.WaitingTurns;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of delivering together. */
@Configuration(proxyBeanMethods = false)
@InStage(Stage.SEND)
class DeliveryConfiguration {

    @Bean
    QueueReply queueReply(
            Ledger ledger,
            SignMail signing,
            SignedMails mails,
            DeliveryPublisher publisher,
            OwnServers servers,
            WaitingSettings settings,
            Clock clock) {
        var patience = new QueueReply.Patience(settings.newsPatience(), settings.holdAtMost());
        return new QueueReply(ledger, signing, mails, publisher, servers, patience, clock);
    }

    @Bean
    WaitingRoom<ComposedReply> sendWaitingRoom(JdbcClient database) {
        return new JdbcWaitingRoom<>(database, Stage.SEND, ComposedReply.class);
    }

    @Bean
    WaitingLine<ComposedReply> sendLine(WaitingRoom<ComposedReply> sendWaitingRoom, QueueReply queueing, Clock clock) {
        return new WaitingLine<>(sendWaitingRoom, queueing, clock);
    }

    @Bean
    ApplyChanges applyChanges(
            WaitingRoom<ComposedReply> sendWaitingRoom,
            DueDeliveries due,
            Ledger ledger,
            Settlement settlement,
            DeliveryPublisher publisher,
            Clock clock) {
        return new ApplyChanges(sendWaitingRoom, due, ledger, settlement, publisher, clock);
    }

    @Bean
    RepeatedWork sendWaiting(WaitingLine<ComposedReply> sendLine, PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        return new RepeatedWork("send-waiting", () -> new WaitingTurns(sendLine, template));
    }

    @Bean
    Settlement settlement(
            Ledger ledger,
            DeliveryPublisher publisher,
            DeliverySettings settings,
            PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        Atomically atomically = work -> template.executeWithoutResult(status -> work.run());
        return new Settlement(ledger, publisher, settings.schedule(), atomically);
    }

    @Bean
    DeliveryWorker deliveryWorker(
            DeliverySettings settings,
            DueDeliveries due,
            Ledger ledger,
            MailRoutes routes,
            SmtpClient client,
            OwnServers servers,
            WaitingSettings waiting,
            SignedMails mails,
            Settlement settlement,
            IdSource ids,
            Clock clock) {
        var attempt = new Attempt(routes, client, servers, mails, ledger);
        return new DeliveryWorker(ids.next(), settings, waiting.holdAtMost(), due, ledger, attempt, settlement, clock);
    }
}
