package org.postroom.runtime.view;

import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.schemas.catalogue.EntityKey;

/**
 * What the records of compacted topics mean for a table in memory. It keeps nothing itself. A table has one writer and any
 * number of readers at the same time; a record may be put once more, which changes nothing.
 *
 * @param <T> the table
 */
public interface View<T> {

    /** A new table with nothing in it. */
    T empty();

    /** The kinds of records that matter; all others are passed over without being decoded. */
    Set<Class<? extends SpecificRecord>> records();

    /** An entity is as the record says. */
    void put(T table, EntityKey key, SpecificRecord state);

    /** An entity was removed. Of which kind it was, only the key tells. */
    void remove(T table, EntityKey key);

    /**
     * What an entity is now cannot be read: the view decides what is safe. It lasts until the entity is put or removed.
     */
    void unreadable(T table, EntityKey key);

    /** Whether the topics had said everything when the records in the table were written; asked at the topics' end. */
    default boolean isComplete(T table) {
        return true;
    }
}
