package org.postroom.inbound.scan.engine;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses as they stand in settings. What is refused is not repeated: somebody may have put a password into it. */
final class Addresses {

    private Addresses() {}

    static URI read(String engine, String text, String expected) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw refused(engine, expected);
        }
    }

    static IllegalArgumentException refused(String engine, String expected) {
        return new IllegalArgumentException(
                "postroom.inbound.scan." + engine + ".address: expected " + expected + ", but it is something else");
    }
}
