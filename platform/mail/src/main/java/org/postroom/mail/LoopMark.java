package org.postroom.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark that each mail of ours carries, so that one which comes back to the organisation that sent it is recognised: the
 * mail's identifier, and a digest of it with the organisation's, so that the mark of one organisation means nothing to another
 * and tells nobody who sent the mail. A mail of a person that carries no such field is never taken for one of ours.
 */
public final class LoopMark {

    /** The name of the field. */
    public static final String FIELD = "X-Postroom-Loop";

    private static final Pattern SHAPE = Pattern.compile("<([^<>\\s]{3,250})>\\s{1,80};?\\s{0,80}([0-9a-f]{32})");
    private static final int DIGITS = 32;

    private LoopMark() {}

    /** The field's value for a mail of an organisation. */
    public static String of(String organisationId, MessageId messageId) {
        return messageId.inBrackets() + " " + digest(organisationId, messageId.value());
    }

    /** True where a received field's value is the mark of a mail that this organisation sent. */
    public static boolean isOf(String organisationId, String value) {
        Matcher mark = SHAPE.matcher(value.strip());
        return mark.matches()
                && digest(organisationId, String.valueOf(mark.group(1))).equals(mark.group(2));
    }

    private static String digest(String organisationId, String messageId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("loop:" + organisationId + ":" + messageId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException unexpected) {
            throw new IllegalStateException(
                    "expected every Java platform to have SHA-256, but it is missing", unexpected);
        }
    }
}
