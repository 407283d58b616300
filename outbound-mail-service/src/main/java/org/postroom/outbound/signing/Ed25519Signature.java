package org.postroom.outbound.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A DKIM signature with Ed25519 (RFC 8463): the SHA-256 of what RFC 6376 has signed, signed with the bare key. */
final class Ed25519Signature {

    private static final Pattern FOLD = Pattern.compile("\\r\\n(?=[ \\t])");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern EMPTY_LINES_AT_END = Pattern.compile("(\\r\\n)++\\z");
    private static final String LINE_BREAK = "\r\n";

    private Ed25519Signature() {}

    /** The DKIM-Signature field, without its line break. */
    static String field(HeaderFields mail, String domainName, DkimKey key) {
        String unsigned = "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=" + domainName + ";\r\n s="
                + key.selector() + ";\r\n h=" + DkimSigner.FIELDS + ";\r\n bh=" + base64(sha256(body(mail)))
                + ";\r\n b=";
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key.privateKey());
            signature.update(sha256(header(mail) + relaxed(unsigned)));
            return unsigned + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("expected a composed mail to be signed, but it was not", impossible);
        }
    }

    /** The signed fields, each name's occurrences from the last to the first (RFC 6376, section 5.4.2). */
    private static String header(HeaderFields mail) {
        Map<String, Deque<String>> byName = new HashMap<>();
        for (String field : mail.fields()) {
            byName.computeIfAbsent(HeaderFields.name(field), name -> new ArrayDeque<>())
                    .push(field);
        }
        StringBuilder signed = new StringBuilder();
        for (String name : DkimSigner.FIELDS.split(":")) {
            Deque<String> left = byName.getOrDefault(name, new ArrayDeque<>());
            if (!left.isEmpty()) {
                signed.append(relaxed(left.pop())).append(LINE_BREAK);
            }
        }
        return signed.toString();
    }

    /** RFC 6376, section 3.4.2. */
    private static String relaxed(String field) {
        String unfolded = FOLD.matcher(HeaderFields.body(field)).replaceAll("");
        return HeaderFields.name(field) + ":"
                + BLANKS.matcher(unfolded).replaceAll(" ").strip();
    }

    /** RFC 6376, section 3.4.4. */
    private static String body(HeaderFields mail) {
        String raw = new String(mail.rest(), StandardCharsets.ISO_8859_1);
        String body = raw.startsWith("\r\n\r\n") ? raw.substring(4) : "";
        StringBuilder relaxed = new StringBuilder();
        for (String line : body.split(LINE_BREAK, -1)) {
            relaxed.append(BLANKS.matcher(line).replaceAll(" ").replaceFirst(" \\z", ""))
                    .append(LINE_BREAK);
        }
        String trimmed = EMPTY_LINES_AT_END.matcher(relaxed).replaceAll("");
        return trimmed.isEmpty() ? "" : trimmed + LINE_BREAK;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
