package org.postroom.mail;

import com.google.common.io.BaseEncoding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that name a conversation and are proven to be ours: the conversation's identifier and a code over it and its
 * organisation (HMAC-SHA256, RFC 2104, cut to 80 bits, the fewest that its section 5 recommends), in {@value #LENGTH} letters and digits whose case
 * does not matter. So a token has room in a local part (RFC 5321, section 4.5.3.1.1) behind a {@code +}, and in a Message-ID behind
 * a dot. It says nothing of who uses it: whoever was shown a mail of ours can copy it.
 */
public final class ThreadTokens {

    /** How many characters a token has. */
    public static final int LENGTH = 42;

    /** What the keys are for, where they follow from a master key: the same wherever tokens are made and believed. */
    public static final String PURPOSE = "thread tokens";

    private static final BaseEncoding CODE =
            BaseEncoding.base32Hex().lowerCase().omitPadding();
    private static final Pattern SHAPE = Pattern.compile("[0-9a-v]{" + LENGTH + "}");
    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int PROOF_BYTES = 10;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final char DETAIL_BEGINS = '+';
    private static final char BEFORE_TOKEN = '.';

    private final List<SecretKey> keys;

    /** @param keys those that prove a token, at least one; new tokens are made with the first */
    public ThreadTokens(List<? extends SecretKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("expected a key that proves tokens, but there is none");
        }
        this.keys = List.copyOf(keys);
    }

    /** A token for a conversation of an organisation; empty where its identifier is no UUID, for which there is no room. */
    public Optional<String> of(String organisationId, String conversationId) {
        return uuid(conversationId).map(id -> {
            byte[] name = bytes(id);
            byte[] proof = proof(keys.getFirst(), organisationId, name);
            return CODE.encode(ByteBuffer.allocate(ID_BYTES + PROOF_BYTES)
                    .put(name)
                    .put(proof)
                    .array());
        });
    }

    /** The conversation that a token names; empty where it is none, or one of another organisation, or was made up. */
    public Optional<String> conversation(String organisationId, @Nullable String token) {
        if (token == null || !isShaped(token)) {
            return Optional.empty();
        }
        String folded = token.toLowerCase(Locale.ROOT);
        byte[] code = CODE.decode(folded);
        if (!CODE.encode(code).equals(folded)) {
            return Optional.empty();
        }
        byte[] name = Arrays.copyOf(code, ID_BYTES);
        byte[] given = Arrays.copyOfRange(code, ID_BYTES, ID_BYTES + PROOF_BYTES);
        boolean genuine = false;
        for (SecretKey key : keys) {
            genuine |= MessageDigest.isEqual(given, proof(key, organisationId, name));
        }
        ByteBuffer id = ByteBuffer.wrap(name);
        return genuine ? Optional.of(new UUID(id.getLong(), id.getLong()).toString()) : Optional.empty();
    }

    /** True for what looks like a token, genuine or not. */
    public static boolean isShaped(String text) {
        return text.length() == LENGTH
                && SHAPE.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /** What may be a token at the end of the local part of an address, behind a {@code +}; null where there is none. */
    public static @Nullable String inLocalPart(String localPart) {
        return behind(DETAIL_BEGINS, localPart);
    }

    /** What may be a token in a Message-ID without angle brackets; null where there is none. */
    public static @Nullable String inMessageId(String messageId) {
        int at = messageId.lastIndexOf('@');
        return at < 0 ? null : behind(BEFORE_TOKEN, messageId.substring(0, at));
    }

    /** The left part of a Message-ID with a token. */
    public static String messageIdPart(String unique, String token) {
        return unique + BEFORE_TOKEN + token;
    }

    /** The address with a token behind its local part; the address itself where that would be too long. */
    public static EmailAddress in(EmailAddress address, String token) {
        int at = address.value().indexOf('@');
        return at + 1 + token.length() > LONGEST_LOCAL_PART
                ? address
                : new EmailAddress(address.value().substring(0, at)
                        + DETAIL_BEGINS
                        + token
                        + address.value().substring(at));
    }

    private static @Nullable String behind(char mark, String text) {
        int place = text.lastIndexOf(mark);
        String rest = text.substring(place + 1);
        return place > 0 && isShaped(rest) ? rest : null;
    }

    private static Optional<UUID> uuid(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] proof(SecretKey key, String organisationId, byte[] conversation) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(organisationId.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(conversation), PROOF_BYTES);
        } catch (GeneralSecurityException unexpected) {
            throw new IllegalStateException(
                    "expected every Java platform to have " + ALGORITHM + ", but it has not", unexpected);
        }
    }
}
