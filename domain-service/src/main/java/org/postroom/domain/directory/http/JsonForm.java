package org.postroom.domain.directory.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryForm;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.text.StorableJson;
import org.postroom.runtime.text.UnstorableTextException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows an entry's state as the fields of its JSON form; what is absent there is absent here.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public abstract class JsonForm<T, J extends EntryJson> implements EntryForm<T> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new StorableJson())
            .build();
    private static final Set<String> BESIDE_THE_STATE = Set.of("id", "version");

    private final Class<J> type;

    /** Makes the form of one kind. */
    protected JsonForm(Class<J> type) {
        this.type = type;
    }

    /** The JSON form of an entry; identifier and version are null where only its state counts. */
    public abstract J json(@Nullable String id, @Nullable Long version, T value);

    /** The JSON form of an entry. */
    public final J json(Entry<T> entry) {
        return json(entry.id(), entry.version(), entry.value());
    }

    @Override
    public final Map<String, @Nullable Object> fields(T value) {
        Map<String, @Nullable Object> all = JSON.convertValue(json(null, null, value), new TypeReference<>() {});
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        all.forEach((field, content) -> {
            if (content != null && !BESIDE_THE_STATE.contains(field)) {
                fields.put(field, content);
            }
        });
        return fields;
    }

    /**
     * Reads the JSON form from fields.
     *
     * @throws InvalidFieldException where a field is none of the form's, or cannot be what it must be
     */
    public final J read(Map<String, @Nullable Object> fields) {
        try {
            return JSON.convertValue(fields, type);
        } catch (UnstorableTextException unstorable) {
            throw new InvalidFieldException(path(unstorable), UnstorableTextException.RULE);
        } catch (DatabindException wrong) {
            throw new InvalidFieldException(
                    path(wrong), "expected a field of this kind of entry with a value that fits, but it does not");
        }
    }

    private static String path(DatabindException wrong) {
        StringBuilder path = new StringBuilder();
        for (var step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
