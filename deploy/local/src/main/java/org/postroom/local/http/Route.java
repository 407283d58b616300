package org.postroom.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method and a path such as {@code /subjects/{subject}/versions}, and what answers it. */
record Route(String method, List<String> segments, Handler handler) {

    static Route of(String method, String path, Handler handler) {
        return new Route(method, segments(path), handler);
    }

    /** Splits a raw path at its slashes; a trailing slash does not count. */
    static List<String> segments(String path) {
        return List.of(path.split("/"));
    }

    /** Returns the path variables, decoded, when the path is one of this route's. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < path.size(); i++) {
            var segment = segments.get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
