package org.postroom.console.signin.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.runtime.access.AccessTable.Standing;
import org.postroom.runtime.security.EffectivePermissions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows the users of a suspended or removed organisation one page, which says so, in place of every other: a session
 * outlives the organisation's standing. Signing in and out, handled before it, and what is open to all stay possible.
 */
final class StandingGate extends OncePerRequestFilter {

    private final EffectivePermissions permissions;
    private final List<RequestMatcher> openToAll;

    StandingGate(EffectivePermissions permissions, String... openToAll) {
        this.permissions = permissions;
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        this.openToAll =
                Arrays.stream(openToAll).<RequestMatcher>map(paths::matcher).toList();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return openToAll.stream().anyMatch(open -> open.matches(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Standing standing = standing();
        if (standing == Standing.ACTIVE) {
            chain.doFilter(request, response);
            return;
        }
        if (standing == Standing.UNKNOWN) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        if (request.getHeader("HX-Request") != null) {
            // a part of a page: the whole page is loaded anew and is the one that says so
            response.setHeader("HX-Refresh", "true");
            return;
        }
        request.setAttribute(StandingController.STANDING, standing);
        request.getRequestDispatcher(StandingController.PATH).forward(request, response);
    }

    private Standing standing() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ConsoleUser visitor
                ? permissions.standing(visitor.signedIn())
                : Standing.ACTIVE;
    }
}
