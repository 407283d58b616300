package org.postroom.routing.journal.kafka.stored;

/**
 * How the entities of one kind are stored. The order of the fields is the form: a field that is added comes with a new
 * {@link StoredForm#VERSION}, and is read where {@link StoredReader#version()} has it.
 */
interface EntityForm<E> {

    /** Writes the fields. */
    void write(E entity, StoredWriter out);

    /** Reads the fields in the order in which the reader's version wrote them. */
    E read(StoredReader in);
}
