package org.postroom.local.stack;

/** The ports that the stack listens on, with their usual numbers. */
public enum Port {
    /** The Kafka broker. */
    BROKER(9092),
    /** The schema registry, over HTTP. */
    REGISTRY(8081),
    /** PostgreSQL. */
    DATABASE(15432),
    /** The DNS playground, over UDP and TCP. */
    DNS(1053),
    /** The DNS playground's page and API. */
    DNS_PAGE(1080),
    /** The mailbox playground, over SMTP. */
    MAILBOX_SMTP(1025),
    /** The mailbox playground's page and API. */
    MAILBOX_PAGE(8025),
    /** The sign-in. */
    IDENTITY(9000),
    /** The sign-in, its health and metrics. */
    IDENTITY_HEALTH(9001),
    /** domain-service. */
    DOMAIN(8101),
    /** domain-service, its health and metrics. */
    DOMAIN_HEALTH(8201),
    /** verification-service. */
    VERIFICATION(8102),
    /** verification-service, its health and metrics. */
    VERIFICATION_HEALTH(8202),
    /** inbound-mail-service, over SMTP. */
    INBOUND_SMTP(2525),
    /** inbound-mail-service, its API for mailboxes. */
    INBOUND(8103),
    /** inbound-mail-service, its health and metrics. */
    INBOUND_HEALTH(8203),
    /** routing-service. */
    ROUTING(8104),
    /** routing-service, its health and metrics. */
    ROUTING_HEALTH(8204),
    /** outbound-mail-service. */
    OUTBOUND(8105),
    /** outbound-mail-service, its health and metrics. */
    OUTBOUND_HEALTH(8205),
    /** The console. */
    CONSOLE(8080),
    /** The console, its health and metrics. */
    CONSOLE_HEALTH(8200);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }
}
