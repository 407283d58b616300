package org.postroom.mail.reading;

/** Looks at the fields of a mail's own header while it is read. */
public interface FieldWatch {

    /** Looks at none. */
    FieldWatch NOBODY = new FieldWatch() {
        @Override
        public boolean wants(String name) {
            return false;
        }

        @Override
        public void field(String name, String body) {
            // Nobody wants any.
        }
    };

    /** True for a field that it looks at; the others are not decoded for it. */
    boolean wants(String name);

    /**
     * A field stands in the header.
     *
     * @param name its name in lower case
     * @param body its body on one line, with encoded words still encoded
     */
    void field(String name, String body);
}
