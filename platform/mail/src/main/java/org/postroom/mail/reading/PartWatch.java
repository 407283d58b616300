package org.postroom.mail.reading;

/** Looks at the content of parts while a mail is read. */
public interface PartWatch {

    /** Wants nothing. */
    PartWatch NOBODY = new PartWatch() {
        @Override
        public int wantsOf(String mediaType) {
            return 0;
        }

        @Override
        public void part(String mediaType, String content) {
            // Nobody wants any.
        }
    };

    /**
     * How many bytes of a part's decoded content it wants, from its beginning.
     *
     * @param mediaType the part's media type in lower case
     * @return 0 for none
     */
    int wantsOf(String mediaType);

    /**
     * A part has been read.
     *
     * @param mediaType the part's media type in lower case
     * @param content as much of it as was wanted, as text in its character set, or in the one that it looks like
     */
    void part(String mediaType, String content);
}
