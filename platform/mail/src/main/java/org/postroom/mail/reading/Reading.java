package org.postroom.mail.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.Flaw.Kind;

/** One mail while it is read: what the mails within it share with it, its limits above all. */
final class Reading {

    private final MimeConfig config;
    private final ReadingLimits limits;
    private final PartWatch watch;
    private final PartContents contents;
    private final @Nullable PartCopy copy;
    private final List<MailPart> parts = new ArrayList<>();
    private int nextNumber;
    private int partsBegun;
    private int headerBytes;
    private int textBytes;
    private boolean copied;

    Reading(MimeConfig config, ReadingLimits limits, PartWatch watch, PartContents contents, @Nullable PartCopy copy) {
        this.config = config;
        this.limits = limits;
        this.watch = watch;
        this.contents = contents;
        this.copy = copy;
    }

    /** Reads the mail to its end, to a limit, or to the part that was wanted. */
    ReadMail read(InputStream raw, FieldWatch watch) throws IOException {
        Flaws flaws = new Flaws();
        Walk walk = walk(raw, watch, flaws, MailPart.OUTERMOST, 0);
        MailHeader header = walk.header();
        List<Section> body = walk.body();
        return new ReadMail(header, body, parts, flaws.all());
    }

    /**
     * Reads a mail within the mail.
     *
     * @param number the number of the part that it is
     * @param depth how deep it lies
     * @param around is told what of its content is flawed
     */
    Walk readWithin(InputStream raw, int number, int depth, Flaws around) throws IOException {
        Flaws flaws = new Flaws();
        Walk walk = walk(raw, FieldWatch.NOBODY, flaws, number, depth);
        walk.header();
        around.addThoseOfContent(flaws);
        return walk;
    }

    private Walk walk(InputStream raw, FieldWatch watch, Flaws flaws, int within, int depth) throws IOException {
        Walk walk = new Walk(this, flaws, watch, within, depth);
        MimeStreamParser parser = new MimeStreamParser(new MimeTokenStream(
                config, DecodeMonitor.SILENT, new RubbishFields(config.getMaxHeaderLen()), new PartHeader.Builder()));
        parser.setContentDecoding(false);
        parser.setNoRecurse();
        parser.setContentHandler(walk);
        try {
            parser.parse(HeaderRepair.repaired(raw, flaws));
        } catch (Walk.CopiedException done) {
            // Nothing more was wanted.
        } catch (MimeException broken) {
            flaws.stoppedBy(broken);
        } catch (RuntimeException unforeseen) {
            flaws.stoppedUnforeseen();
        }
        walk.end();
        return walk;
    }

    ReadingLimits limits() {
        return limits;
    }

    PartWatch watch() {
        return watch;
    }

    /** True once the wanted part was written. */
    boolean hasCopied() {
        return copied;
    }

    int nextNumber() {
        return nextNumber++;
    }

    /** Where a part's content goes: nowhere, unless it is wanted. */
    OutputStream target(int number) throws IOException {
        return copy != null && copy.number() == number ? copy.to() : contents.begin(number);
    }

    /** A part was read to its end; nothing more is wanted where it was the one to be copied. */
    void finish(int number) throws IOException {
        contents.end(number);
        copied |= copy != null && copy.number() == number;
    }

    int partCount() {
        return parts.size();
    }

    /** Adds a part in the place where it stands; those within it were added already. */
    void addPart(int place, MailPart part) {
        parts.add(place, part);
    }

    void countHeader(int bytes) throws BeyondLimitException {
        headerBytes += bytes;
        if (headerBytes > limits.headerBytes()) {
            throw new BeyondLimitException(Kind.HEADER_TOO_LARGE, Flaws.HEADER_TOO_LARGE);
        }
    }

    void countPart() throws BeyondLimitException {
        partsBegun++;
        if (partsBegun > limits.parts()) {
            throw new BeyondLimitException(
                    Kind.TOO_MANY_PARTS,
                    "The message has more than " + limits.parts() + " parts; the rest was not read.");
        }
    }

    void checkDepth(int depth) throws BeyondLimitException {
        if (depth >= limits.depth()) {
            throw new BeyondLimitException(
                    Kind.TOO_DEEP,
                    "The message nests its parts deeper than " + limits.depth() + " levels; the rest was not read.");
        }
    }

    void countText(int bytes) {
        textBytes += bytes;
    }

    /** How many bytes of text may still be kept. */
    int textLeft() {
        return Math.max(0, limits.textBytes() - textBytes);
    }
}
