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
    /** domain-service. */
    DOMAIN(8101),
    /** verification-service. */
    VERIFICATION(8102),
    /** inbound-mail-service, over SMTP. */
    INBOUND_SMTP(2525),
    /** inbound-mail-service, its health. */
    INBOUND(8103),
    /** routing-service. */
    ROUTING(8104),
    /** outbound-mail-service. */
    OUTBOUND(8105),
    /** The console. */
    CONSOLE(8080);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }
}
