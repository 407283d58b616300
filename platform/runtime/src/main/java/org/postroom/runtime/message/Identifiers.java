package org.postroom.runtime.message;

import java.util.regex.Pattern;

/** Which words may become names of files: none that leads elsewhere or begins with a dot. */
final class Identifiers {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Pattern KEY =
            Pattern.compile(SAFE.pattern() + "/[0-9]{4}-[0-9]{2}-[0-9]{2}/" + SAFE.pattern());

    private Identifiers() {}

    /** Whether this may be part of the name of a file. */
    static boolean isPart(String word) {
        return SAFE.matcher(word).matches();
    }

    /** Whether this may be an organisation's identifier. */
    static boolean isOrganisation(String organisationId) {
        return SAFE.matcher(organisationId).matches();
    }

    /** Whether a store of files may have given this key to a message of an organisation. */
    static boolean isKeyOf(String organisationId, String key) {
        return isOrganisation(organisationId)
                && key.startsWith(organisationId + "/")
                && KEY.matcher(key).matches();
    }
}
