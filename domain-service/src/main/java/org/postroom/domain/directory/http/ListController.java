package org.postroom.domain.directory.http;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.ListQuery;
import org.postroom.domain.directory.Part;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Shows the entries of one kind. Whoever configures mail or the directory may read both, because each names the other.
 *
 * @param <T> the kind of entry
 * @param <J> its JSON form
 */
public abstract class ListController<T extends Configured, J extends EntryJson> {

    private static final String MAY_CONFIGURE = "hasAnyAuthority('directory:manage', 'routing:email:manage')";

    private final Directory<T> directory;
    private final JsonForm<T, J> form;

    /** Takes what it shows, and how. */
    protected ListController(Directory<T> directory, JsonForm<T, J> form) {
        this.directory = directory;
        this.form = form;
    }

    /**
     * A part of the entries of the caller's organisation, in the order of their labels. The address of the next part, if
     * there is one, is in the header {@code Link} with {@code rel="next"}.
     */
    @GetMapping
    @PreAuthorize(MAY_CONFIGURE)
    public ResponseEntity<List<J>> all(
            SignedInUser user,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit) {
        var query = new Fields();
        var asked = query.rule("limit", () -> new ListQuery(q, after, limit));
        Part<T> part = directory.some(user, query.whole(asked::get));
        var answer = ResponseEntity.ok();
        part.next()
                .ifPresent(
                        next -> answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next(q, next, limit))));
        return answer.body(part.entries().stream().map(form::json).toList());
    }

    /** One entry of the caller's organisation. */
    @GetMapping("/{id}")
    @PreAuthorize(MAY_CONFIGURE)
    public J one(SignedInUser user, @PathVariable String id) {
        return form.json(directory.get(user, id));
    }

    /** The path below which its entries are, as its {@link RequestMapping} says. */
    protected final String path() {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(getClass(), RequestMapping.class);
        return Objects.requireNonNull(mapping, "a controller's path").path()[0];
    }

    private String next(@Nullable String text, String after, int limit) {
        var address =
                UriComponentsBuilder.fromPath(path()).queryParam("limit", limit).queryParam("after", "{after}");
        return text == null
                ? address.encode().buildAndExpand(after).toUriString()
                : address.queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(after, text)
                        .toUriString();
    }
}
