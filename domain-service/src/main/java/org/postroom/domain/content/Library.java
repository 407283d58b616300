package org.postroom.domain.content;

import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Named;

/**
 * A shelf on which canned responses and signatures stand.
 *
 * @param name the name, alone in its organisation
 */
public record Library(Name name) implements Named {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("library");
}
