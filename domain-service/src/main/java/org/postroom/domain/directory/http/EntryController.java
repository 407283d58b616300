package org.postroom.domain.directory.http;

import java.net.URI;
import java.util.List;
import org.postroom.domain.audit.FieldChange;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryKind;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Shows, adds, changes and removes the entries of one kind.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public abstract class EntryController<T extends Configured, J extends EntryJson> extends ListController<T, J> {

    private static final String MAY_CHANGE = "hasAuthority(this.permissionToChange())";

    private final Directory<T> directory;
    private final EntryKind<T, J> kind;

    /** Takes what it shows and changes, and how it is described. */
    protected EntryController(Directory<T> directory, EntryKind<T, J> kind) {
        super(directory, kind);
        this.directory = directory;
        this.kind = kind;
    }

    /** The permission that adding, changing and removing entries needs; the rule of these methods asks for it. */
    public final String permissionToChange() {
        return kind.permissionToChange();
    }

    /** Adds an entry to the directory. */
    protected abstract Entry<T> add(SignedInUser user, J json);

    /** Replaces an entry's state in the directory. */
    protected abstract Entry<T> change(SignedInUser user, String id, J json);

    /** Takes an entry from the directory. */
    protected void take(SignedInUser user, String id) {
        directory.remove(user, id);
    }

    /** Adds an entry. */
    @PreAuthorize(MAY_CHANGE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    public ResponseEntity<J> create(SignedInUser user, @RequestBody J body) {
        var created = add(user, body);
        return ResponseEntity.created(URI.create(path() + "/" + created.id())).body(kind.json(created));
    }

    /** Tells what adding the entry would do, and keeps nothing. */
    @PreAuthorize(MAY_CHANGE)
    @PostMapping(params = "dryRun=true")
    @ResponseStatus(HttpStatus.OK)
    public DryRunJson tryCreate(SignedInUser user, @RequestBody J body) {
        return new DryRunJson(directory.onTrial(user, null, () -> add(user, body)));
    }

    /** Replaces the entry; {@code version} must be the one that was read. */
    @PreAuthorize(MAY_CHANGE)
    @PutMapping("/{id}")
    public J replace(SignedInUser user, @PathVariable String id, @RequestBody J body) {
        return kind.json(change(user, id, body));
    }

    /** Tells what replacing the entry would do, and keeps nothing. */
    @PreAuthorize(MAY_CHANGE)
    @PutMapping(path = "/{id}", params = "dryRun=true")
    public DryRunJson tryReplace(SignedInUser user, @PathVariable String id, @RequestBody J body) {
        return new DryRunJson(directory.onTrial(user, id, () -> change(user, id, body)));
    }

    /** Removes the entry; refused while others need it. */
    @PreAuthorize(MAY_CHANGE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void remove(SignedInUser user, @PathVariable String id) {
        take(user, id);
    }

    /**
     * What a change would do, had it not been a dry run.
     *
     * @param changes the fields that it would touch; empty where it would change nothing
     */
    public record DryRunJson(List<FieldChange> changes) {}
}
