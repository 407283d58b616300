package org.postroom.outbound.delivery;

/** What one attempt brought for one recipient. */
public sealed interface Outcome {

    /**
     * The server took over responsibility.
     *
     * @param server the server, as host:port
     * @param answer its answer, with code and text
     */
    record Delivered(String server, String answer) implements Outcome {}

    /**
     * It may work later: a 4xx answer, or a server that could not be reached.
     *
     * @param reason what the server said, or why it could not be reached
     */
    record Deferred(String reason) implements Outcome {}

    /**
     * It will never work.
     *
     * @param enhancedStatus the reason's code (RFC 3463); 5.0.0 where the server gave none
     * @param reason what the server said, or why there is no server to ask
     */
    record Refused(String enhancedStatus, String reason) implements Outcome {}

    /**
     * The server has the whole mail, but its answer was lost: it may or may not have taken it.
     *
     * @param server the server, as host:port
     */
    record Unknown(String server) implements Outcome {}
}
