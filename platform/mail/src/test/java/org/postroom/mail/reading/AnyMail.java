package org.postroom.mail.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for any bytes at all that are read as a mail. */
final class AnyMail {

    private static final MailReader READER = new MailReader(ReadingLimits.TEXT);
    private static final MailReader READER_OF_FACTS = new MailReader(ReadingLimits.FACTS);
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What reading may allocate besides what grows with the mail. */
    private static final long MOST_ALLOCATED = 24L * 1024 * 1024;

    private static final int MOST_ALLOCATED_FOR_A_BYTE = 400;
    private static final int ATTEMPTS = 3;
    private static final int MOST_PARTS_COPIED = 12;

    private AnyMail() {}

    /**
     * Reads the bytes in every way that there is.
     *
     * @throws AssertionError where something does not hold
     */
    static void holds(byte[] bytes) throws IOException {
        ReadMail mail = withinBounds(bytes);
        require(
                mail.flaws().stream().noneMatch(flaw -> flaw.kind() == Flaw.Kind.UNREADABLE),
                "reading ended by a mistake of our own",
                mail.flaws());
        header(mail.header());
        mail.body().forEach(section -> section(section, mail));
        mail.flaws().forEach(flaw -> onOneLine(flaw.sentence(), 1_000));
        for (MailPart part : mail.parts()) {
            part(part, mail);
        }
        for (MailPart part : mail.parts().stream().limit(MOST_PARTS_COPIED).toList()) {
            copies(bytes, part);
        }
        require(READER.read(new Trickle(bytes)).equals(mail), "what is read depends on how the bytes arrive", mail);
        ReadMail facts = READER_OF_FACTS.read(new ByteArrayInputStream(bytes));
        require(facts.header().equals(mail.header()), "the event has another header than the page", facts.header());
        require(facts.parts().equals(mail.parts()), "the event has other files than the page", facts.parts());
    }

    /** Whoever reads first also pays for the classes that are loaded; so what is too much must be so again. */
    private static ReadMail withinBounds(byte[] bytes) throws IOException {
        long most = MOST_ALLOCATED + (long) MOST_ALLOCATED_FOR_A_BYTE * bytes.length;
        long allocated = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            ReadMail mail = READER.read(new ByteArrayInputStream(bytes));
            allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            if (allocated < most) {
                return mail;
            }
        }
        throw new AssertionError("reading takes too much memory: " + allocated);
    }

    private static void header(MailHeader header) {
        onOneLine(header.subject(), 998);
        addresses(Stream.of(header.from(), header.replyTo())
                .filter(Objects::nonNull)
                .toList());
        addresses(header.to());
        addresses(header.cc());
        require(header.to().size() <= 200 && header.cc().size() <= 200, "too many addresses", header);
        require(header.references().size() <= 100, "too many references", header.references());
        Stream.concat(
                        Stream.ofNullable(header.messageId()),
                        Stream.concat(header.inReplyTo().stream(), header.references().stream()))
                .forEach(AnyMail::identifier);
        mediaType(header.mediaType());
    }

    private static void addresses(List<@Nullable NamedAddress> addresses) {
        for (NamedAddress address : addresses) {
            onOneLine(address.address(), 254);
            require(address.address().indexOf('@') > 0, "an address has no @", address);
            if (address.name() != null) {
                onOneLine(address.name(), 255);
                require(!address.name().isBlank(), "a name is blank", address);
            }
        }
    }

    private static void identifier(String identifier) {
        onOneLine(identifier, 998);
        require(
                !identifier.isEmpty() && identifier.chars().noneMatch(one -> one == ' ' || one == '<' || one == '>'),
                "an identifier is none",
                identifier);
    }

    private static void mediaType(String mediaType) {
        onOneLine(mediaType, 255);
        require(mediaType.indexOf('/') > 0, "a media type is none", mediaType);
    }

    private static void section(Section section, ReadMail mail) {
        switch (section) {
            case Section.Written written -> {
                require(written.text() != null || written.html() != null, "a text has no form", written);
                storable(Objects.requireNonNullElse(written.text(), ""));
                storable(Objects.requireNonNullElse(written.html(), ""));
            }
            case Section.Picture picture ->
                require(mail.parts().contains(picture.part()), "a picture is no part", picture);
            case Section.Enclosed enclosed -> {
                require(
                        mail.parts().stream().anyMatch(part -> part.number() == enclosed.number()),
                        "an enclosed mail is no part",
                        enclosed.number());
                header(enclosed.header());
                enclosed.body().forEach(inner -> section(inner, mail));
            }
            case Section.Invitation invitation -> {
                Stream.of(invitation.title(), invitation.when(), invitation.where(), invitation.organiser())
                        .forEach(text -> onOneLine(text, 4_000));
                invitation.attendees().forEach(attendee -> onOneLine(attendee, 1_000));
                require(invitation.attendees().size() <= 20, "too many attendees", invitation);
                storable(invitation.description());
            }
        }
    }

    private static void part(MailPart part, ReadMail mail) {
        onOneLine(part.fileName(), 255);
        require(!part.fileName().isBlank(), "a part has no name", part);
        onOneLine(part.contentId(), 255);
        mediaType(part.mediaType());
        require(part.size() >= 0, "a part has no size", part);
        require(
                part.within() == MailPart.OUTERMOST
                        || mail.parts().stream().anyMatch(other -> other.number() == part.within()),
                "a part is in a mail that is no part",
                part);
    }

    private static void copies(byte[] bytes, MailPart part) throws IOException {
        var counted = new Counted();
        boolean found = READER.copyPart(new ByteArrayInputStream(bytes), part.number(), counted);
        require(found && counted.octets == part.size(), "a part is not copied as it was counted", part);
    }

    private static void onOneLine(String text, int most) {
        storable(text);
        require(text.length() <= most, "a text is longer than " + most, text);
        require(text.chars().noneMatch(Character::isISOControl), "a text has control characters", text);
    }

    /** What every database and every page takes. */
    private static void storable(String text) {
        require(text.indexOf(0) < 0, "a text has U+0000", text);
        require(StandardCharsets.UTF_8.newEncoder().canEncode(text), "a text has half a surrogate pair", text);
    }

    private static void require(boolean holds, String otherwise, Object found) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + found);
        }
    }

    /** Gives few bytes at a time, and never the same number twice in a row. */
    private static final class Trickle extends InputStream {

        private final byte[] bytes;
        private int position;

        Trickle(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return position == bytes.length ? -1 : bytes[position++] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == bytes.length) {
                return -1;
            }
            int count = Math.min(Math.min(1 + position % 7, length), bytes.length - position);
            System.arraycopy(bytes, position, target, offset, count);
            position += count;
            return count;
        }
    }

    private static final class Counted extends OutputStream {

        private long octets;

        @Override
        public void write(int octet) {
            octets++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            octets += length;
        }
    }
}
