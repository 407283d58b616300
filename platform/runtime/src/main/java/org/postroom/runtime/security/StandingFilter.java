package org.postroom.runtime.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.postroom.runtime.access.AccessTable.Standing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the users of a suspended or removed organisation out; those of a suspended one may still read what became of it.
 * A service with a filter chain of its own adds it behind the one that reads bearer tokens.
 */
public final class StandingFilter extends OncePerRequestFilter {

    private static final String OWN_ORGANISATION = "/api/organisation";

    private final EffectivePermissions permissions;

    /** Takes what is known of users and organisations. */
    public StandingFilter(EffectivePermissions permissions) {
        this.permissions = permissions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Standing standing = standing();
        if (standing == Standing.ACTIVE || (standing == Standing.SUSPENDED && asksForItsOrganisation(request))) {
            chain.doFilter(request, response);
            return;
        }
        if (standing == Standing.UNKNOWN) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            ProblemOnRefusal.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "expected to know whether your organisation is active, but this service is only starting");
            return;
        }
        ProblemOnRefusal.write(
                response,
                HttpStatus.FORBIDDEN,
                "expected an organisation that is active, but yours is "
                        + (standing == Standing.SUSPENDED ? "suspended" : "removed"));
    }

    private Standing standing() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return Claims.user(token.getToken()).map(permissions::standing).orElse(Standing.ACTIVE);
        }
        return Standing.ACTIVE;
    }

    private static boolean asksForItsOrganisation(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && OWN_ORGANISATION.equals(request.getRequestURI());
    }
}
