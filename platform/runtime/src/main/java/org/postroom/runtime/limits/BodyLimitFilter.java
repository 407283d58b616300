package org.postroom.runtime.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.problem.BodyTooLargeException;
import org.postroom.runtime.problem.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Holds every body to the limit of its path: by the length that the request names, and by counting while it is read, since
 * a chunked one names none (RFC 9112 section 7.1). What is larger is answered with 413 (RFC 9110 section 15.5.14).
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final long most;
    private final List<OtherLimit> others;
    private final Refusals refusals;

    BodyLimitFilter(LimitSettings settings, Refusals refusals) {
        this.most = settings.body().toBytes();
        this.others = settings.bodies().stream()
                .map(body -> new OtherLimit(
                        PathPatternParser.defaultInstance.parse(body.path()),
                        body.most().toBytes()))
                .toList();
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            refuse(request, response, limit);
            return;
        }
        var limited = new LimitedRequest(request, limit);
        try {
            chain.doFilter(
                    formOfUnknownLength(request) ? new FormOfUnknownLength(limited, limited) : limited, response);
        } catch (ServletException | IOException | RuntimeException broken) {
            if (!limited.exceeded() || response.isCommitted()) {
                throw broken;
            }
            response.reset();
            refuse(request, response, limit);
            return;
        }
        if (limited.exceeded()) {
            refusals.count("body");
        }
    }

    private long limit(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return others.stream()
                .filter(other -> other.path().matches(path))
                .mapToLong(OtherLimit::most)
                .findFirst()
                .orElse(most);
    }

    private static boolean formOfUnknownLength(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return request.getContentLengthLong() < 0
                && "POST".equals(request.getMethod())
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** The rest of the body is not read: the connection ends with the answer, unless little is left. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, long limit) throws IOException {
        refusals.count("body");
        if (ProblemResponse.isForPeople(request)) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        ProblemResponse.write(response, HttpStatus.CONTENT_TOO_LARGE, BodyTooLargeException.rule(limit));
    }

    /** The limit of some paths. */
    private record OtherLimit(PathPattern path, long most) {}
}
