package org.postroom.outbound.delivery;

/**
 * One server that may take mail.
 *
 * @param name its host name
 * @param address its network address
 * @param port its port
 */
public record MailServer(String name, String address, int port) {

    @Override
    public String toString() {
        return name + ":" + port;
    }
}
