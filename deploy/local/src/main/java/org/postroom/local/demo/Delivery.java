package org.postroom.local.demo;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyDeferred;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.LoggedEvent;
import org.postroom.local.client.StackAddresses;

/** What becomes of a reply that was requested: composed, signed, sent. */
final class Delivery {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final StackAddresses stack;
    private final Watch watch;
    private final Narrator narrator;

    Delivery(StackAddresses stack, Watch watch, Narrator narrator) {
        this.stack = stack;
        this.watch = watch;
        this.narrator = narrator;
    }

    /** Waits until the reply is sent and returns it as it was composed. */
    ReplyComposed follow(String replyId) throws IOException, InterruptedException {
        var composed = watch.await(
                ReplyComposed.class,
                "compose the reply",
                event -> event.getReplyId().equals(replyId));
        narrator.event(
                composed,
                "signature " + composed.event().getSignatureIncluded() + ", history "
                        + composed.event().getHistoryIncluded() + ", "
                        + composed.event().getRecipients().size()
                        + " recipients");
        LoggedEvent<SpecificRecord> came =
                watch.awaitAny(ReplySent.class, "send the reply", event -> isOutcome(event, replyId));
        switch (came.event()) {
            case ReplySent sent -> narrator.event(came, "DKIM selectors " + sent.getDkimSelectors());
            case ReplyDeferred deferred ->
                throw notSent("The reply has to wait: " + deferred.getReason() + ". It is tried again at "
                        + TIME.format(deferred.getNextAttemptAt()) + ".");
            case ReplyFailed failed -> throw notSent("The reply could not be sent: " + failed.getReason() + ".");
            default ->
                throw notSent("The connection broke while the reply was handed over: whether it arrived is not known,"
                        + " so it is not sent again.");
        }
        return composed.event();
    }

    private static boolean isOutcome(SpecificRecord event, String replyId) {
        return switch (event) {
            case ReplySent sent -> sent.getReplyId().equals(replyId);
            case ReplyDeferred deferred -> deferred.getReplyId().equals(replyId);
            case ReplyFailed failed -> failed.getReplyId().equals(replyId);
            case ReplyUncertain uncertain -> uncertain.getReplyId().equals(replyId);
            default -> false;
        };
    }

    private Obstacle notSent(String why) throws IOException, InterruptedException {
        if (ApiClient.anonymous().get(stack.mailbox(), "/faults").isEmpty()) {
            return new Obstacle(
                    why,
                    "The page Domains at " + stack.console() + " says whether " + Setup.ACME.domain()
                            + " is verified for sending and how its mail leaves; ./postroom logs outbound-mail-service"
                            + " says more.");
        }
        return new Obstacle(
                why,
                "The mailbox playground was told to fail (" + stack.mailbox() + "/faults). Let it take mail again: curl"
                        + " -X DELETE " + stack.mailbox() + "/faults");
    }
}
