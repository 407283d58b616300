package org.postroom.outbound.smtpserver.smtp;

/** A step went wrong in a way that can be told and cured; it never leaves this package. */
final class StepFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String cure;

    StepFailedException(String detail, String cure) {
        super(detail);
        this.cure = cure;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    String cure() {
        return cure;
    }
}
