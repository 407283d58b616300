package org.postroom.domain.directory;

/**
 * A name that no other entry of the same kind may have.
 *
 * @param name the name in the form in which two names are the same
 * @param scope where it must be alone
 */
public record UniqueName(String name, Scope scope) {

    /** Where a name must be alone. */
    public enum Scope {
        /** Among the entries of one organisation. */
        ORGANISATION,
        /** Among the entries of all organisations. */
        INSTALLATION
    }

    /** A name that must be alone within its organisation. */
    public static UniqueName inOrganisation(String name) {
        return new UniqueName(name, Scope.ORGANISATION);
    }

    /** A name that must be alone within the installation. */
    public static UniqueName inInstallation(String name) {
        return new UniqueName(name, Scope.INSTALLATION);
    }
}
