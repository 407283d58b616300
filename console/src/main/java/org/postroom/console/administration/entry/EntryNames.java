package org.postroom.console.administration.entry;

import java.util.Map;

/** What the log says about the names of what an organisation has set up. */
public interface EntryNames {

    /**
     * The names of one kind of entries, by what is saved for one that is chosen, in the order of the names.
     *
     * @throws IllegalArgumentException where the source is no kind of entry
     */
    Map<String, String> of(String organisationId, Source source);
}
