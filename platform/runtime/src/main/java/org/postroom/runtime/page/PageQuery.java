package org.postroom.runtime.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.problem.InvalidFieldException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of a list is asked for. The answer's header {@code Link} with {@code rel="next"} has the address of the next
 * part, if there is one (RFC 8288).
 *
 * @param after only what is behind this place in the list, as an earlier answer named it; null from the beginning
 * @param limit how many at most, 1 to 1000
 */
public record PageQuery(@Nullable String after, int limit) {

    /** How many there are at most where nobody says how many, for annotations. */
    public static final String DEFAULT_LIMIT = "200";

    private static final int MOST = 1000;

    /** Checks the limit; what {@code after} must be, the list knows. */
    public PageQuery {
        if (limit < 1 || limit > MOST) {
            throw new InvalidFieldException("limit", "expected 1 to %d, but got %d".formatted(MOST, limit));
        }
    }

    /** How many to look for: one more than asked for tells whether there is a next part. */
    public int oneMore() {
        return limit + 1;
    }

    /**
     * The part of a list that is short enough to be at hand as a whole, and one more.
     *
     * @param place what {@code after} is for the part behind an element
     */
    public <T> List<T> behind(List<T> all, Function<? super T, String> place) {
        Stream<T> rest = after == null
                ? all.stream()
                : all.stream()
                        .dropWhile(element -> !place.apply(element).equals(after))
                        .skip(1);
        return rest.limit(oneMore()).toList();
    }

    /**
     * Answers with the part.
     *
     * @param path the address of the list
     * @param found what was found behind {@code after}, at most {@link #oneMore()}
     * @param place what {@code after} is for the part behind an element
     * @param json the form of an element
     */
    public <T, J> ResponseEntity<List<J>> answer(
            String path, List<T> found, Function<? super T, String> place, Function<? super T, ? extends J> json) {
        boolean more = found.size() > limit;
        List<T> part = more ? found.subList(0, limit) : found;
        var answer = ResponseEntity.ok();
        if (more) {
            String next = UriComponentsBuilder.fromPath(path)
                    .queryParam("limit", limit)
                    .queryParam("after", "{after}")
                    .encode()
                    .buildAndExpand(place.apply(part.getLast()))
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
        return answer.body(part.stream().<J>map(json).toList());
    }
}
