package org.postroom.outbound.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * What this service reads from the log, listener by listener. A group's name holds its position on the log: under another
 * name it would begin anew. The configuration is followed beside these, by a view in memory that has no position.
 */
public final class Consumers {

    private static final String DOMAIN_EVENTS = "postroom.domain-events";
    private static final String REPLY_EVENTS = "postroom.reply-events";

    private Consumers() {}

    /** Replies that agents asked for, to be composed. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @KafkaListener(id = "compose", groupId = "outbound-mail-compose", topics = REPLY_EVENTS)
    public @interface OfRequestedReplies {}

    /** Replies that are composed, to be sent. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @KafkaListener(id = "send", groupId = "outbound-mail-send", topics = REPLY_EVENTS)
    public @interface OfComposedReplies {}

    /** How far each reply has come, to be shown. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @KafkaListener(id = "reply-progress", groupId = "outbound-mail-progress", topics = REPLY_EVENTS)
    public @interface OfProgress {}

    /** Who handles what, and the mails of each conversation. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @KafkaListener(
            id = "conversation",
            groupId = "outbound-mail-conversation",
            topics = {"postroom.interaction-events", "postroom.email-events", REPLY_EVENTS})
    public @interface OfConversations {}

    /** What delivery reports say of mail that was sent. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @KafkaListener(id = "reports", groupId = "outbound-mail-reports", topics = "postroom.email-events")
    public @interface OfReports {}

    /** Names of organisations, and that one is gone. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @KafkaListener(id = "organisations", groupId = "outbound-mail-organisations", topics = DOMAIN_EVENTS)
    public @interface OfOrganisations {}

    /** Which domains may send and how, and which of their records are found. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @KafkaListener(id = "domains", groupId = "outbound-mail-domains", topics = DOMAIN_EVENTS)
    public @interface OfDomains {}
}
