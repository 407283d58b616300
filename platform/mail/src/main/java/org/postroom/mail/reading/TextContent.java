package org.postroom.mail.reading;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;
import org.postroom.mail.reading.Flaw.Kind;

/** The bytes of one text of a mail, as many as are kept, and the text that they are. */
final class TextContent extends OutputStream {

    private static final String PGP = "-----BEGIN PGP MESSAGE-----";
    private static final Pattern ENRICHMENT = Pattern.compile("(?is)<param>.{0,200}?</param>|</?[a-z][a-z0-9-]{0,60}>");

    private final PartHeader part;
    private final boolean base64;
    private final BoundedBytes kept;

    /**
     * Begins.
     *
     * @param most how many bytes are kept at most, decoded
     */
    TextContent(PartHeader part, int most) {
        this.part = part;
        this.base64 = TransferEncoding.isBase64(part.getTransferEncoding());
        this.kept = new BoundedBytes(base64 ? most + most / 3 + most / 32 : most);
    }

    /** What is to be written here of the part's content. */
    InputStream decoded(InputStream content) {
        // What says to be base64 and is not is a text all the same: that is seen when all of it is there.
        return base64 ? content : TransferEncoding.decoded(part.getTransferEncoding(), content);
    }

    @Override
    public void write(int one) {
        kept.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        kept.write(bytes, offset, length);
    }

    int size() {
        return kept.size();
    }

    /** The text. */
    String read(Flaws flaws) {
        if (kept.wasCut()) {
            flaws.add(Kind.TEXT_CUT, "The message's text is very long; only its beginning was read.");
        }
        String decoded = base64 ? ofBase64(flaws) : in(kept.bytes());
        if (decoded.indexOf(0) >= 0) {
            flaws.add(Kind.CHARACTERS_LEFT_OUT, "The text has characters that no page can show; they were left out.");
        }
        String text = Characters.ofBody(decoded);
        if (text.contains(PGP)) {
            flaws.add(Kind.SEALED_TEXT, Sealed.ENCRYPTED_TEXT);
        }
        return part.isEnriched()
                ? ENRICHMENT
                        .matcher(text.replace("<<", "\uE000"))
                        .replaceAll("")
                        .replace("\uE000", "<")
                : text;
    }

    private String ofBase64(Flaws flaws) {
        TransferEncoding.Text text = TransferEncoding.base64Text(kept.bytes());
        if (text.broken()) {
            flaws.add(
                    Kind.BROKEN_ENCODING,
                    "The text is not encoded as the message says; it is shown as far as it could be read.");
        }
        return text.behind().length == 0
                ? in(text.decoded())
                : in(text.decoded()) + "\n" + CharsetChoice.decode(text.behind());
    }

    private String in(byte[] bytes) {
        return CharsetChoice.decode(bytes, part.getCharset(), !kept.wasCut());
    }
}
