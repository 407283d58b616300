package org.postroom.domain.queue;

import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Named;

/**
 * How an interaction can end, in the organisation's own words.
 *
 * @param name the name, alone in its organisation
 */
public record WrapUpCode(Name name) implements Named {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("wrap-up-code");
}
