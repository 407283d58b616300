package org.postroom.inbound.reception;

/**
 * The sender in the envelope (RFC 5321, section 4.1.1.2).
 *
 * @param address the address as the client wrote it; empty for the null sender, which reports come from
 */
public record EnvelopeSender(String address) {

    /** The null sender, written {@code <>}. */
    public static final EnvelopeSender NULL = new EnvelopeSender("");

    /** True for the null sender. */
    public boolean isNull() {
        return address.isEmpty();
    }
}
