package org.postroom.mail.reading;

/**
 * How far a mail is read. What is beyond is left out and marked; what comes from honest programs is far below.
 *
 * @param depth how deep multiparts may nest, at least 1
 * @param parts how many parts there may be, multiparts included
 * @param headerBytes how many bytes all header fields may have, those of the parts included
 * @param headerFields how many fields one header may have
 * @param textBytes how many bytes of text are kept, over all texts; 0 where only the facts are wanted
 */
public record ReadingLimits(int depth, int parts, int headerBytes, int headerFields, int textBytes) {

    /** For reading the facts of a mail: no text is kept. */
    public static final ReadingLimits FACTS = new ReadingLimits(30, 2_000, 2 * 1024 * 1024, 10_000, 0);

    /** For reading what a person sees: a megabyte of text. */
    public static final ReadingLimits TEXT = new ReadingLimits(30, 2_000, 2 * 1024 * 1024, 10_000, 1024 * 1024);

    /** Refuses limits that nothing would come through. */
    public ReadingLimits {
        if (depth < 1 || parts < 1 || headerBytes < 1 || headerFields < 1 || textBytes < 0) {
            throw new IllegalArgumentException(
                    "expected limits of at least 1, and of at least 0 for text, but got depth "
                            + depth + ", parts " + parts + ", header bytes " + headerBytes + ", header fields "
                            + headerFields
                            + ", text bytes " + textBytes);
        }
    }

    boolean keepsText() {
        return textBytes > 0;
    }
}
