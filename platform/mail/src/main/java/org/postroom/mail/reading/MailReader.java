package org.postroom.mail.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * Reads raw messages (RFC 5322, RFC 2045). The input is hostile: whatever it holds, reading ends with what was found so
 * far, and says what it could not read. It reads the bytes once, keeps no attachment in memory, and goes no further than
 * its limits; mails within the mail, and the files that Outlook packs into one (TNEF), count with it.
 */
public final class MailReader {

    /**
     * Which reading this is. To be raised with every change after which some mail is read otherwise: what was made of mails by an
     * earlier one is made anew then.
     */
    public static final int VERSION = 1;

    private static final int LONGEST_FIELD = 256 * 1024;

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
        return read(raw, FieldWatch.NOBODY);
    }

    /**
     * Reads a message.
     *
     * @param raw the message as received
     * @param watch is told the fields of the message's own header that it wants, in their order
     * @throws IOException where the bytes could not be read, never for what they say
     */
    public ReadMail read(InputStream raw, FieldWatch watch) throws IOException {
        return read(raw, watch, PartWatch.NOBODY);
    }

    /**
     * Reads a message.
     *
     * @param raw the message as received
     * @param watch is told the fields of the message's own header that it wants, in their order
     * @param parts is told the content of the message's own parts that it wants, in their order, after the header
     * @throws IOException where the bytes could not be read, never for what they say
     */
    public ReadMail read(InputStream raw, FieldWatch watch, PartWatch parts) throws IOException {
        return new Reading(config, limits, parts, PartContents.NONE, null).read(raw, watch);
    }

    /**
     * Reads a message, and gives out the contents of its parts meanwhile.
     *
     * @param raw the message as received
     * @param contents is given the content of every part, in one pass
     * @throws IOException where the bytes could not be read or taken, never for what they say
     */
    public ReadMail read(InputStream raw, PartContents contents) throws IOException {
        return new Reading(config, limits, PartWatch.NOBODY, contents, null).read(raw, FieldWatch.NOBODY);
    }

    /**
     * Writes the decoded content of a part.
     *
     * @param number the part's number, as this reader gave it
     * @return false where there is no part of this number
     * @throws IOException where the bytes could not be read or written, never for what they say
     */
    public boolean copyPart(InputStream raw, int number, OutputStream to) throws IOException {
        Reading reading = new Reading(config, limits, PartWatch.NOBODY, PartContents.NONE, new PartCopy(number, to));
        reading.read(raw, FieldWatch.NOBODY);
        return reading.hasCopied();
    }
}
