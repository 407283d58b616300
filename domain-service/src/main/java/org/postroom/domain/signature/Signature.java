package org.postroom.domain.signature;

import java.util.List;
import java.util.Optional;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;

/**
 * What stands below an answer.
 *
 * @param name the name for administrators, alone in the organisation
 * @param html the form for HTML mail, already cleaned of everything active
 * @param text the form for plain-text mail
 */
public record Signature(Name name, String html, String text) implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("signature");

    private static final int LONGEST = 20_000;

    /**
     * Returns the text as it is.
     *
     * @throws IllegalArgumentException where it is longer than 20 000 characters
     */
    public static String notTooLong(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("expected at most " + LONGEST + " characters, but got " + text.length());
        }
        return text;
    }

    @Override
    public String label() {
        return name.value();
    }

    @Override
    public Optional<UniqueName> uniqueName() {
        return Optional.of(UniqueName.inOrganisation(name.folded()));
    }

    @Override
    public List<Reference> references() {
        return List.of();
    }
}
