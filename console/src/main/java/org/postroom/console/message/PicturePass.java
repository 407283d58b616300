package org.postroom.console.message;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says that an agent has asked for the pictures of one mail: a word in the addresses of its page and of each picture, signed for the
 * organisation, the mail and a time. Without one, nothing is ever loaded from elsewhere.
 */
public final class PicturePass {

    private static final Duration VALID = Duration.ofHours(1);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    /**
     * Makes and knows passes.
     *
     * @param key 32 bytes of chance
     */
    public PicturePass(byte[] key, Clock clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    /** A pass for the pictures of one mail, for an hour. */
    public String of(String organisationId, String messageId) {
        long end = clock.instant().plus(VALID).getEpochSecond();
        return end + "." + signature(organisationId, messageId, end);
    }

    /** True for a pass of this mail whose time has not come. */
    public boolean holds(String pass, String organisationId, String messageId) {
        int dot = pass.indexOf('.');
        if (dot < 1 || dot > 12 || !pass.chars().limit(dot).allMatch(digit -> digit >= '0' && digit <= '9')) {
            return false;
        }
        long end = Long.parseLong(pass.substring(0, dot));
        byte[] given = pass.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        byte[] right = signature(organisationId, messageId, end).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, right) && clock.instant().isBefore(Instant.ofEpochSecond(end));
    }

    private String signature(String organisationId, String messageId, long end) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed =
                    mac.doFinal((organisationId + "\n" + messageId + "\n" + end).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
