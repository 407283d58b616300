package org.postroom.start;

import java.util.List;

/** A program would have listened beyond this machine with secrets that everybody can read. */
final class DefaultSecretsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String address;
    private final List<String> settings;

    DefaultSecretsException(String address, List<String> settings) {
        super("expected secrets of this installation's own, but these are published: " + String.join(", ", settings));
        this.address = address;
        this.settings = List.copyOf(settings);
    }

    /** Where the program would have listened. */
    String address() {
        return address;
    }

    /** The settings to set. */
    List<String> settings() {
        return settings;
    }
}
