package org.postroom.mail.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.Flaw.Kind;

/** Goes through one mail, or one within another, at the parser's hand, once, and keeps what is wanted of it. */
final class Walk extends AbstractContentHandler {

    private static final int LONGEST_PREAMBLE = 256 * 1024;
    /** So much tells whether there is a text, where none is kept. */
    private static final int BEGINNING_OF_TEXT = 1024;

    private final Reading reading;
    private final Flaws flaws;
    private final HeaderFields fields;
    private final int within;
    private final int depth;
    private final BodySections sections = new BodySections();
    private @Nullable String mediaType;
    private @Nullable String charset;
    private @Nullable MailHeader header;
    private boolean inOwnHeader;
    /** What stands in a part's header and is no field; bounded by the bytes that headers may have. */
    private final StringBuilder rubbish = new StringBuilder();

    /**
     * Begins.
     *
     * @param within the number of the part that this mail is; {@link MailPart#OUTERMOST} where it is in none
     * @param depth how deep it lies
     */
    Walk(Reading reading, Flaws flaws, FieldWatch watch, int within, int depth) {
        this.reading = reading;
        this.flaws = flaws;
        this.fields = new HeaderFields(flaws, watch);
        this.within = within;
        this.depth = depth;
    }

    /** Closes what the mail left open. */
    void end() {
        while (sections.depth() > 0) {
            endMultipart();
        }
    }

    /** What the mail's own header says, as far as the parser came. */
    MailHeader header() {
        if (header == null) {
            header = fields.read(mediaType == null ? "text/plain" : mediaType, charset);
        }
        return header;
    }

    /** What a person sees; empty where no text is kept. */
    List<Section> body() {
        return reading.limits().keepsText() ? sections.sections() : List.of();
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
        reading.countHeader(field.getRaw() == null ? 0 : field.getRaw().length());
        if (inOwnHeader) {
            fields.add(field.getName().toLowerCase(Locale.ROOT), field);
        } else {
            addToRubbish(field);
        }
    }

    /** A part's text can begin at once, without an empty line; what looks like fields below is of the text then. */
    private void addToRubbish(Field field) {
        boolean noField = field.getName().equals(RubbishFields.NAME);
        String line = noField
                ? field.getBody().replace(RubbishFields.LINE_BREAK, '\n')
                : field.getName() + ": " + field.getBody();
        if (noField || (!rubbish.isEmpty() && !HeaderRepair.isKnownField(line))) {
            rubbish.append(line).append("\r\n");
        } else if (!rubbish.isEmpty()) {
            rubbish.setLength(0);
            flaws.add(Kind.MALFORMED_FIELD, "A line in the header of a part is no field; it was left out.");
        }
    }

    /** The text that stands where a part's header should. */
    private String textInHeader() {
        String text =
                rubbish.isEmpty() ? "" : CharsetChoice.decode(rubbish.toString().getBytes(StandardCharsets.ISO_8859_1));
        rubbish.setLength(0);
        int most = reading.limits().keepsText() ? reading.textLeft() : BEGINNING_OF_TEXT;
        return most == 0 ? "" : Characters.ofBody(Characters.shorten(text, most));
    }

    @Override
    public void startBodyPart() throws MimeException {
        rubbish.setLength(0);
        sections.beginPart();
        reading.countPart();
    }

    @Override
    public void startMultipart(BodyDescriptor descriptor) throws MimeException {
        PartHeader multipart = (PartHeader) descriptor;
        begin(multipart);
        reading.checkDepth(depth + sections.depth());
        if (multipart.getSubType().equals("encrypted")) {
            flaws.add(Kind.SEALED, Sealed.ENCRYPTED_PARTS);
        }
        sections.openMultipart(descriptor.getSubType());
        sections.add(textInHeader(), false);
    }

    @Override
    public void endMultipart() {
        if (!sections.closeMultipart()) {
            flaws.add(Kind.NO_PARTS, "The message says that it has parts, but has none; it was read as text.");
        }
    }

    @Override
    public void preamble(InputStream content) throws MimeException, IOException {
        boolean keeps = reading.limits().keepsText();
        BoundedBytes kept =
                new BoundedBytes(keeps ? Math.min(LONGEST_PREAMBLE, reading.textLeft()) : BEGINNING_OF_TEXT);
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
        if (charset == null) {
            charset = part.getCharset();
        }
    }

    private void addText(PartHeader part, InputStream content) throws MimeException, IOException {
        if (CharsetNames.isUtf7(part.getCharset())) {
            flaws.add(
                    Kind.TEXT_NOT_DECODED,
                    "The text is written in UTF-7, which is not decoded because it can hide things;"
                            + " it is shown as it was sent.");
        }
        // Where no text is kept, its beginning tells whether there is one: which of alternatives is taken hangs on it.
        boolean keeps = reading.limits().keepsText();
        TextContent text = new TextContent(part, keeps ? reading.textLeft() : BEGINNING_OF_TEXT);
        InputStream decoded = watched(part, text.decoded(content));
        try {
            drain(decoded, text);
        } finally {
            tell(part, decoded);
            reading.countText(keeps ? text.size() : 0);
            String begun = textInHeader();
            String rest = text.read(keeps ? flaws : new Flaws());
            sections.add(begun.isEmpty() ? rest : begun + "\r\n" + rest, part.isHtml());
        }
    }

    private void addPart(PartHeader part, InputStream content) throws MimeException, IOException {
        int place = reading.partCount();
        int number = reading.nextNumber();
        InputStream decoded = watched(part, TransferEncoding.decoded(part.getTransferEncoding(), content));
        var copied = new CopiedContent(decoded, reading.target(number));
        boolean unpacked;
        try {
            unpacked = open(part, copied, number);
            drain(copied, BoundedBytes.nullOutputStream());
        } finally {
            tell(part, decoded);
        }
        reading.finish(number);
        String sealed = Sealed.sentence(part);
        if (!sealed.isEmpty()) {
            flaws.add(Kind.SEALED, sealed);
        }
        boolean inline = part.isPlacedInText() && MailPart.isPicture(part.getMimeType());
        if (!unpacked && !sections.isSaidOtherwise(part)) {
            String name = part.fileName().isBlank() ? PartNames.of(part.getMimeType()) : part.fileName();
            MailPart read =
                    new MailPart(number, name, part.getMimeType(), part.contentId(), copied.size(), inline, within);
            reading.addPart(place, read);
            sections.completeWith(read, inline);
        }
        if (reading.hasCopied()) {
            throw new CopiedException();
        }
    }

    /** Lets somebody look on while the content of one of the mail's own parts is read. */
    private InputStream watched(PartHeader part, InputStream decoded) {
        int wanted = within == MailPart.OUTERMOST ? reading.watch().wantsOf(part.getMimeType()) : 0;
        return wanted > 0 ? new WatchedContent(decoded, wanted) : decoded;
    }

    private void tell(PartHeader part, InputStream decoded) {
        if (decoded instanceof WatchedContent watched) {
            reading.watch().part(part.getMimeType(), watched.text(part.getCharset()));
        }
    }

    /** Looks into what has more in it; true where that stands for the whole part. */
    private boolean open(PartHeader part, CopiedContent content, int number) throws MimeException, IOException {
        if (part.isMessage()) {
            if (depth + sections.depth() + 1 < reading.limits().depth()) {
                Walk inner = reading.readWithin(content, number, depth + sections.depth() + 1, flaws);
                sections.opened(new Section.Enclosed(number, inner.header(), inner.body()));
            } else {
                flaws.add(Kind.TOO_DEEP, "A message within the message lies too deep; it was not opened.");
            }
        } else if (part.isCalendar() && reading.limits().keepsText()) {
            BoundedBytes kept = new BoundedBytes(Invitations.LONGEST);
            drain(content, kept);
            String text = CharsetChoice.decode(kept.bytes(), part.getCharset() == null ? "utf-8" : part.getCharset());
            Invitations.read(Characters.ofBody(text)).ifPresent(sections::opened);
        } else if (part.isTnef()) {
            return new Tnef(reading, within, flaws).unpack(content, sections);
        }
        return false;
    }

    private static long drain(InputStream content, java.io.OutputStream to) throws MimeException, IOException {
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
