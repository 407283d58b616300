package org.postroom.mail.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/**
 * Reads raw messages (RFC 5322, RFC 2045). The input is hostile: whatever it holds, reading ends with what was found so
 * far, and says what it could not read. It reads the bytes once, keeps no attachment in memory, and goes no further than
 * its limits.
 */
public final class MailReader {

    private static final int LONGEST_FIELD = 256 * 1024;
    private static final FieldWatch NOBODY = new FieldWatch() {
        @Override
        public boolean wants(String name) {
            return false;
        }

        @Override
        public void field(String name, String body) {
            // Nobody wants any.
        }
    };

    private static final PartWatch NO_PART = new PartWatch() {
        @Override
        public int wantsOf(String mediaType) {
            return 0;
        }

        @Override
        public void part(String mediaType, String content) {
            // Nobody wants any.
        }
    };

    private final ReadingLimits limits;
    private final MimeConfig config;

    /** Makes a reader; one serves any number of messages at once. */
    public MailReader(ReadingLimits limits) {
        this.limits = limits;
        this.config = MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(LONGEST_FIELD)
                .setMaxHeaderCount(limits.headerFields())
                .setMaxContentLen(-1)
                .setCountLineNumbers(false)
                .build();
    }

    /**
     * Reads a message.
     *
     * @param raw the message as received
     * @throws IOException where the bytes could not be read, never for what they say
     */
    public ReadMail read(InputStream raw) throws IOException {
        return read(raw, NOBODY);
    }

    /**
     * Reads a message.
     *
     * @param raw the message as received
     * @param watch is told the fields of the message's own header that it wants, in their order
     * @throws IOException where the bytes could not be read, never for what they say
     */
    public ReadMail read(InputStream raw, FieldWatch watch) throws IOException {
        return read(raw, watch, NO_PART);
    }

    /**
     * Reads a message.
     *
     * @param raw the message as received
     * @param watch is told the fields of the message's own header that it wants, in their order
     * @param parts is told the content of the parts that it wants, in their order, after the header
     * @throws IOException where the bytes could not be read, never for what they say
     */
    public ReadMail read(InputStream raw, FieldWatch watch, PartWatch parts) throws IOException {
        return walk(raw, watch, parts, null).mail();
    }

    /**
     * Writes the decoded content of a part.
     *
     * @param number the part's number, as this reader gave it
     * @return false where there is no part of this number
     * @throws IOException where the bytes could not be read or written, never for what they say
     */
    public boolean copyPart(InputStream raw, int number, OutputStream to) throws IOException {
        return walk(raw, NOBODY, NO_PART, new PartCopy(number, to)).hasCopied();
    }

    private Walk walk(InputStream raw, FieldWatch watch, PartWatch parts, @Nullable PartCopy copy) throws IOException {
        Flaws flaws = new Flaws();
        Walk walk = new Walk(limits, flaws, watch, parts, copy);
        MimeStreamParser parser = new MimeStreamParser(config, DecodeMonitor.SILENT, new PartHeader.Builder());
        parser.setContentDecoding(true);
        parser.setNoRecurse();
        parser.setContentHandler(walk);
        try {
            parser.parse(raw);
        } catch (Walk.CopiedException done) {
            // Nothing more was wanted.
        } catch (MimeException broken) {
            flaws.stoppedBy(broken);
        } catch (RuntimeException unforeseen) {
            flaws.stoppedBy(unforeseen);
        }
        return walk;
    }
}
