package org.postroom.runtime.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.postroom.runtime.problem.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds clients to their limits. It stands behind what finds out who asks; a request beyond a limit is answered with 429
 * (RFC 6585 section 4), a page's with one that people can read.
 */
public final class ClientLimitFilter extends OncePerRequestFilter {

    private final ClientLimits limits;
    private final Refusals refusals;
    private final Function<HttpServletRequest, Optional<Client>> whose;

    ClientLimitFilter(ClientLimits limits, Refusals refusals, Function<HttpServletRequest, Optional<Client>> whose) {
        this.limits = limits;
        this.refusals = refusals;
        this.whose = whose;
    }

    /** A chain has several of these, each for other requests. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return super.getAlreadyFilteredAttributeName() + "@" + System.identityHashCode(this);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Client> client = whose.apply(request);
        if (client.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        switch (limits.enter(client.get())) {
            case Entrance.Open open -> {
                try (open) {
                    chain.doFilter(request, response);
                }
            }
            case Entrance.Shut shut -> refuse(request, response, shut);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Entrance.Shut shut)
            throws IOException {
        refusals.count(shut.limit());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(shut.retryAfter())));
        if (ProblemResponse.isForPeople(request)) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        ProblemResponse.write(response, HttpStatus.TOO_MANY_REQUESTS, shut.reason());
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
