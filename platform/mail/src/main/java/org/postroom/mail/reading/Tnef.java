package org.postroom.mail.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.Flaw.Kind;

/**
 * Unpacks what Outlook sends to those whom it takes for Outlooks, mostly as {@code winmail.dat}: the Transport Neutral
 * Encapsulation Format, as Microsoft's Open Specification MS-OXTNEF describes it. It goes through the content once;
 * files in it are counted and copied, never kept.
 */
final class Tnef {

    private static final long SIGNATURE = 0x223E9F78L;
    private static final int OF_ATTACHMENT = 2;
    private static final int ATTACHMENT_BEGINS = 0x9002;
    private static final int ATTACHMENT_DATA = 0x800F;
    private static final int ATTACHMENT_TITLE = 0x8010;
    private static final int ATTACHMENT_PROPERTIES = 0x9005;
    private static final int MESSAGE_PROPERTIES = 0x9003;
    private static final int MESSAGE_BODY = 0x800C;
    private static final int MOST_PROPERTIES = 1024 * 1024;

    private final Reading reading;
    private final int within;
    private final Flaws flaws;
    private @Nullable String title;
    private @Nullable TnefProperties properties;
    private String text = "";
    private String html = "";
    private long size = -1;
    private int number = -1;
    private int found;
    private boolean writtenInRtf;
    private boolean complete = true;

    Tnef(Reading reading, int within, Flaws flaws) {
        this.reading = reading;
        this.within = within;
        this.flaws = flaws;
    }

    /**
     * Unpacks a content: its files become parts of the mail, its text is the mail's where that has no other.
     *
     * @return true where all that is in it was found; where not, the content is kept as a file besides
     */
    boolean unpack(InputStream content, BodySections sections) throws IOException {
        try {
            if (number(content, 4) != SIGNATURE) {
                return false;
            }
            number(content, 2);
            int level = content.read();
            while (level >= 0) {
                attribute(level, content);
                level = content.read();
            }
        } catch (EOFException | BeyondLimitException broken) {
            complete = false;
        }
        finishAttachment();
        if (!complete) {
            flaws.add(Kind.BROKEN_FILE, "A file that Outlook packed others into could not be unpacked as a whole.");
        }
        boolean written = !text.isBlank() || !html.isBlank();
        boolean alone = sections.addWhereNoneIs(text, html);
        if (alone && !written && writtenInRtf) {
            flaws.add(
                    Kind.BROKEN_FILE, "The text that Outlook packed is in a form that is not shown; open winmail.dat.");
            return false;
        }
        return complete && (found > 0 || (written && alone));
    }

    private void attribute(int level, InputStream content) throws IOException, BeyondLimitException {
        int kind = (int) (number(content, 4) & 0xFFFF);
        long length = number(content, 4);
        if (level == OF_ATTACHMENT && kind == ATTACHMENT_BEGINS) {
            finishAttachment();
            reading.countPart();
            number = reading.nextNumber();
        }
        switch (kind) {
            case ATTACHMENT_DATA -> copyData(content, length);
            case ATTACHMENT_TITLE -> title = TnefProperties.inOldSet(kept(content, length));
            case ATTACHMENT_PROPERTIES -> {
                properties = new TnefProperties(kept(content, length));
                complete &= !properties.holdsObject();
            }
            case MESSAGE_PROPERTIES -> readMessage(new TnefProperties(kept(content, length)));
            case MESSAGE_BODY -> {
                String body = TnefProperties.inOldSet(kept(content, length));
                text = text.isEmpty() ? body : text;
            }
            default -> copy(content, length, OutputStream.nullOutputStream());
        }
        number(content, 2);
    }

    private void readMessage(TnefProperties message) {
        text = message.text(TnefProperties.BODY);
        html = message.text(TnefProperties.BODY_IN_HTML);
        writtenInRtf = !message.text(TnefProperties.BODY_IN_RTF).isEmpty();
    }

    private void copyData(InputStream content, long length) throws IOException {
        boolean wanted = number >= 0 && size < 0;
        OutputStream to = wanted ? reading.target(number) : OutputStream.nullOutputStream();
        copy(content, length, to);
        size = wanted ? length : size;
    }

    private void finishAttachment() throws IOException {
        if (number >= 0 && size >= 0) {
            String name = properties == null ? "" : properties.text(TnefProperties.LONG_FILE_NAME);
            String type = properties == null ? "" : properties.text(TnefProperties.MEDIA_TYPE);
            String contentId = properties == null ? "" : properties.text(TnefProperties.CONTENT_ID);
            String mediaType = type.indexOf('/') > 0
                    ? Characters.onOneLine(type, 255).toLowerCase(Locale.ROOT)
                    : "application/octet-stream";
            String fileName = Characters.onOneLine(name.isBlank() && title != null ? title : name, 255);
            reading.finish(number);
            reading.addPart(
                    reading.partCount(),
                    new MailPart(
                            number,
                            fileName.isBlank() ? PartNames.of(mediaType) : fileName,
                            mediaType,
                            Characters.onOneLine(contentId, 255),
                            size,
                            false,
                            within));
            found++;
        }
        number = -1;
        size = -1;
        title = null;
        properties = null;
    }

    private byte[] kept(InputStream content, long length) throws IOException {
        BoundedBytes kept = new BoundedBytes(MOST_PROPERTIES);
        copy(content, length, kept);
        complete &= !kept.wasCut();
        return kept.bytes();
    }

    private static void copy(InputStream content, long length, OutputStream to) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        long left = length;
        while (left > 0) {
            int count = content.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new EOFException("expected " + left + " bytes more, but the content ends");
            }
            to.write(buffer, 0, count);
            left -= count;
        }
    }

    private static long number(InputStream content, int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            int one = content.read();
            if (one < 0) {
                throw new EOFException("expected a number, but the content ends");
            }
            number |= (long) one << (8 * i);
        }
        return number;
    }
}
