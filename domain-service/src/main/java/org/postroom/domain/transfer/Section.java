package org.postroom.domain.transfer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Layout;
import org.postroom.runtime.security.SignedInUser;

/** One section of the configuration document: the entries of one kind, changed under the rules of that kind. */
public interface Section {

    /** How its entries stand in documents. */
    Layout layout();

    /** The entries of a document, each behind those of the same section that it needs; as they come, unless a kind says so. */
    default Map<String, Map<String, @Nullable Object>> inOrder(Map<String, Map<String, @Nullable Object>> entries) {
        return entries;
    }

    /** All entries of the user's organisation. */
    List<Item> items(SignedInUser user);

    /**
     * Adds an entry.
     *
     * @throws org.postroom.runtime.problem.InvalidFieldException where a field is refused, and likewise for several
     */
    Item add(SignedInUser user, String key, Map<String, @Nullable Object> fields);

    /**
     * Gives an entry other fields, all of them.
     *
     * @throws org.postroom.runtime.problem.InvalidFieldException where a field is refused, and likewise for several
     */
    Item change(SignedInUser user, Item present, Map<String, @Nullable Object> fields);

    /** Removes an entry, where documents may do so. */
    void remove(SignedInUser user, Item present);

    /**
     * One entry of a part of the configuration.
     *
     * @param id its identifier
     * @param version its version
     * @param key what it is called in documents
     * @param fields its fields as the REST API names them, with identifiers where it needs others
     */
    record Item(String id, long version, String key, Map<String, @Nullable Object> fields) {}
}
