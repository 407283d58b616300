package org.postroom.outbound.reply.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.reply.ReplyBounced;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyDeferred;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.outbound.reply.Replies;
import org.postroom.outbound.reply.ReplyProgress;
import org.postroom.outbound.reply.ReplyState;
import org.postroom.outbound.stage.Consumers;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;
import org.springframework.stereotype.Component;

/** Notes how far each reply has come; a repeat writes the same again. */
@Component
@InStage(Stage.COMPOSE)
class ReplyProgressListener {

    private final Replies replies;

    ReplyProgressListener(Replies replies) {
        this.replies = replies;
    }

    @Consumers.OfProgress
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case ReplyComposed composed ->
                replies.note(
                        new OrganisationId(composed.getOrganisationId()),
                        new ReplyId(composed.getReplyId()),
                        new ReplyProgress(
                                ReplyState.COMPOSED, composed.getOccurredAt(), null, 0, null, composed.getMessageId()));
            case ReplyDeferred deferred ->
                replies.note(
                        new OrganisationId(deferred.getOrganisationId()),
                        new ReplyId(deferred.getReplyId()),
                        new ReplyProgress(
                                ReplyState.DEFERRED,
                                deferred.getOccurredAt(),
                                deferred.getReason(),
                                deferred.getAttempts(),
                                deferred.getNextAttemptAt(),
                                null));
            case ReplySent sent ->
                replies.note(
                        new OrganisationId(sent.getOrganisationId()),
                        new ReplyId(sent.getReplyId()),
                        ReplyProgress.of(ReplyState.SENT, sent.getOccurredAt()));
            case ReplyFailed failed ->
                replies.note(
                        new OrganisationId(failed.getOrganisationId()),
                        new ReplyId(failed.getReplyId()),
                        new ReplyProgress(
                                ReplyState.FAILED, failed.getOccurredAt(), failed.getReason(), 0, null, null));
            case ReplyUncertain uncertain ->
                replies.note(
                        new OrganisationId(uncertain.getOrganisationId()),
                        new ReplyId(uncertain.getReplyId()),
                        ReplyProgress.of(ReplyState.UNCERTAIN, uncertain.getOccurredAt()));
            case ReplyBounced bounced ->
                replies.note(
                        new OrganisationId(bounced.getOrganisationId()),
                        new ReplyId(bounced.getReplyId()),
                        new ReplyProgress(
                                ReplyState.BOUNCED,
                                bounced.getOccurredAt(),
                                bounced.getReason(),
                                0,
                                null,
                                null,
                                bounced.getRecipients()));
            case null, default -> {
                // the request itself was noted when it was made
            }
        }
    }
}
