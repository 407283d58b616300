package org.postroom.runtime.message;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Names contents by a keyed digest (HMAC-SHA-256), so that equal contents of an organisation have one name. */
public final class ContentNaming {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    ContentNaming(SecretKey key) {
        this.key = key;
    }

    /** Begins to name one content. */
    public Digest begin() {
        return new Digest(mac(key));
    }

    static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** One content that goes by. */
    public static final class Digest {

        private final Mac mac;

        private Digest(Mac mac) {
            this.mac = mac;
        }

        /** More of the content. */
        public void update(byte[] bytes, int offset, int length) {
            mac.update(bytes, offset, length);
        }

        /** The name of what went by, 64 characters; to be asked for once. */
        public String name() {
            return HexFormat.of().formatHex(mac.doFinal());
        }
    }
}
