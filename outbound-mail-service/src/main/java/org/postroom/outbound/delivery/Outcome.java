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

    /**
     * The same outcome without a word of the server's, for a ledger that cannot hold those.
     *
     * @param route what to call the server
     */
    default Outcome inOwnWords(String route) {
        return switch (this) {
            case Delivered _ -> new Delivered(route, "the server took it, in words that could not be recorded");
            case Deferred _ -> new Deferred("the server did not take it yet, in words that could not be recorded");
            case Refused _ -> new Refused("5.0.0", "the server refused it, in words that could not be recorded");
            case Unknown _ -> new Unknown(route);
        };
    }
}
