package org.postroom.routing.id;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that follow from what they name (RFC 9562, version 3), so that replaying the journal yields the same ones. They
 * are unique because the mail's id is, and need not be secret.
 */
public final class DerivedIds {

    /** Only ever cloned, since looking the algorithm up costs more than the digest itself. */
    private static final MessageDigest DIGEST = digest();

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION_3 = 0x3000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private DerivedIds() {}

    /** The conversation that begins with a mail. */
    public static ConversationId conversationOf(EmailId first) {
        var bytes = digest("conversation:" + first.value());
        return new ConversationId(high(bytes), low(bytes));
    }

    /** The interaction that begins with a mail. */
    public static InteractionId interactionOf(EmailId first) {
        var bytes = digest("interaction:" + first.value());
        return new InteractionId(high(bytes), low(bytes));
    }

    /** The offer of an interaction with the given number, counted from 1. */
    public static OfferId offerOf(InteractionId interaction, int number) {
        return new OfferId(derive("offer:" + interaction.value() + ':' + number));
    }

    /** The id of what follows from a cause that is named so. */
    public static String of(String cause) {
        return derive(cause);
    }

    private static String derive(String name) {
        var bytes = digest(name);
        return new UUID(high(bytes), low(bytes)).toString();
    }

    private static long high(byte[] digest) {
        return ((long) LONG.get(digest, 0) & VERSION_MASK) | VERSION_3;
    }

    private static long low(byte[] digest) {
        return ((long) LONG.get(digest, Long.BYTES) & VARIANT_MASK) | VARIANT;
    }

    private static byte[] digest(String name) {
        try {
            var digest = (MessageDigest) DIGEST.clone();
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException unexpected) {
            throw new IllegalStateException("expected a digest that can be cloned, but it cannot", unexpected);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException unexpected) {
            throw new IllegalStateException("expected every Java platform to have MD5, but it is missing", unexpected);
        }
    }
}
