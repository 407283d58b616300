package org.postroom.runtime.outbox;

/** An event is larger than any record may be; the change that it tells of must not happen. */
public final class OversizeEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int octets;
    private final long most;

    OversizeEventException(String topic, int octets, long most) {
        super("expected an event for %s of at most %d octets, but got %d".formatted(topic, most, octets));
        this.octets = octets;
        this.most = most;
    }

    /** The octets that it has. */
    public int octets() {
        return octets;
    }

    /** The octets that it may have. */
    public long most() {
        return most;
    }
}
