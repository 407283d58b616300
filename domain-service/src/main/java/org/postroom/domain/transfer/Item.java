package org.postroom.domain.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a part of the configuration.
 *
 * @param id its identifier
 * @param version its version
 * @param key what it is called in documents
 * @param fields its fields as the REST API names them, with identifiers where it needs others
 */
public record Item(String id, long version, String key, Map<String, @Nullable Object> fields) {}
