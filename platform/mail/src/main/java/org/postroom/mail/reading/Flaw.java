package org.postroom.mail.reading;

/**
 * What was wrong with a mail, or was left out of it.
 *
 * @param kind which kind of flaw
 * @param sentence what it is, in words for people
 */
public record Flaw(Kind kind, String sentence) {

    /** The kinds of flaws. */
    public enum Kind {
        /** No From field holds an address. */
        NO_AUTHOR,
        /** A field stands more than once that may stand once. */
        REPEATED_FIELD,
        /** A field cannot be read. */
        MALFORMED_FIELD,
        /** The parts nest too deep. */
        TOO_DEEP,
        /** There are too many parts. */
        TOO_MANY_PARTS,
        /** The header fields are too long or too many. */
        HEADER_TOO_LARGE,
        /** A multipart has no parts: what stands there was read as text. */
        NO_PARTS,
        /** The structure is broken. */
        BROKEN_STRUCTURE,
        /** Text was cut. */
        TEXT_CUT,
        /** Text is not encoded as the mail says. */
        BROKEN_ENCODING,
        /** Text is in a form that is not decoded. */
        TEXT_NOT_DECODED,
        /** Text has characters that are shown nowhere (U+0000). */
        CHARACTERS_LEFT_OUT,
        /** Something can be opened only with a key of its recipient, or with a program for its signature. */
        SEALED,
        /** Text can be opened only with a key of its recipient. */
        SEALED_TEXT,
        /** A file that has files in it is broken. */
        BROKEN_FILE,
        /** Reading ended by a mistake of our own. */
        UNREADABLE;

        /** True where something of the content is shown otherwise than it was meant, or not at all. */
        public boolean concernsContent() {
            return switch (this) {
                case NO_AUTHOR, REPEATED_FIELD, MALFORMED_FIELD -> false;
                case TOO_DEEP,
                        TOO_MANY_PARTS,
                        HEADER_TOO_LARGE,
                        NO_PARTS,
                        BROKEN_STRUCTURE,
                        TEXT_CUT,
                        BROKEN_ENCODING,
                        TEXT_NOT_DECODED,
                        CHARACTERS_LEFT_OUT,
                        SEALED,
                        SEALED_TEXT,
                        BROKEN_FILE,
                        UNREADABLE -> true;
            };
        }

        /** True where it is found only by whoever keeps the text, and not in the facts of a mail. */
        public boolean isOfText() {
            return this == TEXT_CUT || this == BROKEN_ENCODING || this == CHARACTERS_LEFT_OUT || this == SEALED_TEXT;
        }
    }
}
