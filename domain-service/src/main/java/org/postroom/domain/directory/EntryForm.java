package org.postroom.domain.directory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows an entry as its fields, named as in the REST API: for the audit trail, for what a change would do, and for export.
 *
 * @param <T> the kind of entry
 */
@FunctionalInterface
public interface EntryForm<T> {

    /** The fields in their order, without identifier and version; each a text, number, boolean, list or map. */
    Map<String, @Nullable Object> fields(T value);
}
