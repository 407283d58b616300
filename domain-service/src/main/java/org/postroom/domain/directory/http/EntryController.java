package org.postroom.domain.directory.http;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * What the endpoints of every kind of entry do the same way: list, read and remove. How an entry is added and changed
 * stays with each kind.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public abstract class EntryController<T extends Configured, J> {

    private final Directory<T> directory;
    private final Function<Entry<T>, J> json;

    /** Takes the directory and the way to its JSON form. */
    protected EntryController(Directory<T> directory, Function<Entry<T>, J> json) {
        this.directory = directory;
        this.json = json;
    }

    /** All entries of the caller's organisation, in the order of their names. */
    @GetMapping
    public List<J> all(SignedInUser user) {
        return directory.all(user).stream().map(json).toList();
    }

    /** One entry of the caller's organisation. */
    @GetMapping("/{id}")
    public J one(SignedInUser user, @PathVariable String id) {
        return json.apply(directory.get(user, id));
    }

    /** Removes an entry that nothing uses. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void remove(SignedInUser user, @PathVariable String id) {
        directory.remove(user, id);
    }

    /** The answer to adding an entry: 201 with its place and state. */
    protected final ResponseEntity<J> created(String path, Entry<T> entry) {
        return ResponseEntity.created(URI.create(path + "/" + entry.id())).body(json.apply(entry));
    }

    /** The JSON form of an entry. */
    protected final J shown(Entry<T> entry) {
        return json.apply(entry);
    }

    /** The version that a change builds upon, which the client must send back as it was read. */
    protected static long versionOf(@Nullable Long version) {
        return Field.required("version", version, Function.identity());
    }
}
