package org.postroom.mail.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.Flaw.Kind;

/** Goes through one mail at the parser's hand, once, and keeps what is wanted of it. */
final class Walk extends AbstractContentHandler {

    private static final int LONGEST_PREAMBLE = 256 * 1024;
    /** So much of a preamble tells whether there is a text, where none is kept. */
    private static final int PREAMBLE_WITHOUT_TEXT = 1024;

    private final ReadingLimits limits;
    private final Flaws flaws;
    private final HeaderFields header;
    private final PartWatch watch;
    private final @Nullable PartCopy copy;
    private final BodySections sections = new BodySections();
    private final List<MailPart> parts = new ArrayList<>();
    private @Nullable String mediaType;
    private boolean inOwnHeader;
    private boolean copied;
    private int partsBegun;
    private int headerBytes;
    private int textBytes;

    Walk(ReadingLimits limits, Flaws flaws, FieldWatch fields, PartWatch parts, @Nullable PartCopy copy) {
        this.limits = limits;
        this.flaws = flaws;
        this.header = new HeaderFields(flaws, fields);
        this.watch = parts;
        this.copy = copy;
    }

    /** The mail as far as the parser came. */
    ReadMail mail() {
        while (sections.depth() > 0) {
            endMultipart();
        }
        MailHeader read = header.read(mediaType == null ? "text/plain" : mediaType);
        return new ReadMail(read, limits.keepsText() ? sections.sections() : List.of(), parts, flaws.all());
    }

    /** True once the wanted part was written. */
    boolean hasCopied() {
        return copied;
    }

    @Override
    public void startMessage() {
        inOwnHeader = true;
    }

    @Override
    public void endHeader() {
        inOwnHeader = false;
    }

    @Override
    public void field(Field field) throws MimeException {
        headerBytes += field.getRaw() == null ? 0 : field.getRaw().length();
        if (headerBytes > limits.headerBytes()) {
            throw new BeyondLimitException(Kind.HEADER_TOO_LARGE, Flaws.HEADER_TOO_LARGE);
        }
        if (inOwnHeader) {
            header.add(field.getName().toLowerCase(Locale.ROOT), field);
        }
    }

    @Override
    public void startBodyPart() throws MimeException {
        sections.beginPart();
        partsBegun++;
        if (partsBegun > limits.parts()) {
            throw new BeyondLimitException(
                    Kind.TOO_MANY_PARTS,
                    "The message has more than " + limits.parts() + " parts; the rest was not read.");
        }
    }

    @Override
    public void startMultipart(BodyDescriptor descriptor) throws MimeException {
        begin((PartHeader) descriptor);
        if (sections.depth() == limits.depth()) {
            throw new BeyondLimitException(
                    Kind.TOO_DEEP,
                    "The message nests its parts deeper than " + limits.depth() + " levels; the rest was not read.");
        }
        sections.openMultipart(descriptor.getSubType());
    }

    @Override
    public void endMultipart() {
        if (!sections.closeMultipart()) {
            flaws.add(Kind.NO_PARTS, "The message says that it has parts, but has none; it was read as text.");
        }
    }

    @Override
    public void preamble(InputStream content) throws MimeException, IOException {
        BoundedBytes kept =
                new BoundedBytes(limits.keepsText() ? Math.min(LONGEST_PREAMBLE, textLeft()) : PREAMBLE_WITHOUT_TEXT);
        try {
            drain(content, kept);
        } finally {
            sections.preamble(Characters.ofBody(CharsetChoice.decode(kept.bytes(), null, !kept.wasCut())));
        }
    }

    @Override
    public void body(BodyDescriptor descriptor, InputStream content) throws MimeException, IOException {
        PartHeader part = (PartHeader) descriptor;
        begin(part);
        if (part.isMultipartWithoutBoundary()) {
            flaws.add(
                    Kind.NO_PARTS,
                    "The message says that it has parts, but not where they begin; it was read as text.");
        }
        int wanted = watch.wantsOf(part.getMimeType());
        if (wanted > 0) {
            WatchedContent watched = new WatchedContent(content, wanted);
            try {
                take(part, watched);
            } finally {
                watch.part(part.getMimeType(), watched.text(part.getCharset()));
            }
        } else {
            take(part, content);
        }
    }

    private void take(PartHeader part, InputStream content) throws MimeException, IOException {
        if (sections.takes(part)) {
            addText(part, content);
        } else {
            addPart(part, content);
        }
    }

    private void begin(PartHeader part) {
        if (mediaType == null) {
            mediaType = part.mediaType();
        }
    }

    private void addText(PartHeader part, InputStream content) throws MimeException, IOException {
        BoundedBytes kept = new BoundedBytes(textLeft());
        try {
            drain(content, kept);
        } finally {
            byte[] bytes = kept.bytes();
            textBytes += bytes.length;
            if (limits.keepsText()) {
                if (kept.wasCut()) {
                    flaws.add(Kind.TEXT_CUT, "The message's text is very long; only its beginning was read.");
                }
                String text = CharsetChoice.decode(bytes, part.getCharset(), !kept.wasCut());
                sections.add(Characters.ofBody(text), part.isHtml());
            }
        }
    }

    private void addPart(PartHeader part, InputStream content) throws MimeException, IOException {
        int number = parts.size();
        boolean wanted = copy != null && copy.number() == number;
        long size = drain(content, wanted && copy != null ? copy.to() : OutputStream.nullOutputStream());
        boolean inline = part.isPlacedInText() && MailPart.isPicture(part.getMimeType());
        MailPart read = new MailPart(number, part.fileName(), part.getMimeType(), part.contentId(), size, inline);
        parts.add(read);
        if (inline) {
            sections.addPicture(read);
        }
        if (wanted) {
            copied = true;
            throw new CopiedException();
        }
    }

    private int textLeft() {
        return limits.textBytes() - textBytes;
    }

    private static long drain(InputStream content, OutputStream to) throws MimeException, IOException {
        try {
            return content.transferTo(to);
        } catch (MimeIOException broken) {
            throw new MimeException(broken);
        }
    }

    /** Ends the parser where nothing more is wanted. */
    static final class CopiedException extends MimeException {

        private static final long serialVersionUID = 1L;

        CopiedException() {
            super("the wanted part was copied");
        }
    }
}
