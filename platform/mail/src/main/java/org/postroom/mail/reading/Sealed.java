package org.postroom.mail.reading;

/** What is said of a content that only its recipient's keys open (RFC 8551, RFC 3156): it is kept, and shown as such. */
final class Sealed {

    static final String ENCRYPTED_PARTS =
            "The message is encrypted; it can be opened only with the key that it was encrypted for.";
    static final String ENCRYPTED_TEXT = "Text of the message is encrypted with PGP; it is shown as it was sent.";

    private Sealed() {}

    /** What is said of a part; empty for all that is not sealed. */
    static String sentence(PartHeader part) {
        String type = part.getMimeType();
        if (!type.equals("application/pkcs7-mime") && !type.equals("application/x-pkcs7-mime")) {
            return "";
        }
        return switch (part.sealing()) {
            case "signed-data" ->
                "The message is wrapped in its S/MIME signature; its text is in the file that is attached.";
            case "certs-only" -> "";
            default -> "The message is encrypted with S/MIME; its text is in the file that is attached.";
        };
    }
}
