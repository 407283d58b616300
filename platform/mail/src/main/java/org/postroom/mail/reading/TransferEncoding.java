package org.postroom.mail.reading;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/** Undoes what was done to a content for its journey (RFC 2045, section 6), as far as it was done. */
final class TransferEncoding {

    /** In a line of so many characters one may be damaged. */
    private static final int LINE_WITH_DAMAGE = 20;

    private TransferEncoding() {}

    /** The content as it was; as it stands where the encoding has no name that is known. */
    static InputStream decoded(String encoding, InputStream content) {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "base64", "b" -> new Base64InputStream(content, DecodeMonitor.SILENT);
            case "quoted-printable", "q" -> new QuotedPrintableInputStream(content, DecodeMonitor.SILENT);
            default -> content;
        };
    }

    static boolean isBase64(String encoding) {
        return encoding.equalsIgnoreCase("base64") || encoding.equalsIgnoreCase("b");
    }

    /**
     * Decodes a text that says to be base64. What stands behind it, as the footers of mailing lists do, is kept as it
     * is; so is the whole, where none of it is base64.
     */
    static Text base64Text(byte[] raw) {
        String content = new String(raw, StandardCharsets.ISO_8859_1);
        StringBuilder encoded = new StringBuilder();
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        int begin = 0;
        boolean damaged = false;
        while (begin < content.length()) {
            int end = content.indexOf('\n', begin);
            end = end < 0 ? content.length() : end + 1;
            String line = content.substring(begin, end).strip();
            long foreign =
                    line.chars().filter(character -> !isOfBase64(character)).count();
            if (foreign > (line.length() >= LINE_WITH_DAMAGE && line.indexOf(' ') < 0 ? 1 : 0)) {
                break;
            }
            damaged |= foreign > 0;
            encoded.append(line);
            if (line.endsWith("=")) {
                decoded.writeBytes(bytes(encoded));
                encoded.setLength(0);
            }
            begin = end;
        }
        decoded.writeBytes(bytes(encoded));
        byte[] rest = content.substring(begin).strip().getBytes(StandardCharsets.ISO_8859_1);
        if (decoded.size() == 0) {
            return new Text(rest, new byte[0], rest.length > 0);
        }
        return new Text(decoded.toByteArray(), rest, damaged || rest.length > 0);
    }

    private static byte[] bytes(CharSequence encoded) {
        String clean = encoded.toString().replaceAll("[^A-Za-z0-9+/]", "");
        int whole = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
        return Base64.getDecoder().decode(clean.substring(0, whole));
    }

    private static boolean isOfBase64(int character) {
        return character < 128 && (Character.isLetterOrDigit(character) || "+/=".indexOf(character) >= 0);
    }

    /**
     * A text that was decoded.
     *
     * @param decoded the text's bytes
     * @param behind what stands behind it as it is; empty where nothing does
     * @param broken true where it was not encoded as it should be
     */
    @SuppressWarnings("ArrayRecordComponent") // On its way to a character set; never compared.
    record Text(byte[] decoded, byte[] behind, boolean broken) {}
}
