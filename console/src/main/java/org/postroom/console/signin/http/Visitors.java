package org.postroom.console.signin.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.runtime.limits.Client;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who visits a page, for the limits: the user of the session, or an address where there is none, for whom the console
 * keeps a session too until they have signed in.
 */
final class Visitors {

    private static final String[] SIGN_IN = {"/oauth2/authorization/**", "/login/oauth2/code/**"};

    private final List<RequestMatcher> openToAll;
    private final List<RequestMatcher> signIn;

    Visitors(String... openToAll) {
        this.openToAll = matchers(openToAll);
        this.signIn = matchers(SIGN_IN);
    }

    /** Whose request for a page it is; empty where the page is open to all. */
    Optional<Client> visiting(HttpServletRequest request) {
        return matches(openToAll, request) ? Optional.empty() : Optional.of(client(request));
    }

    /** Who signs in; empty where the request is for something else. */
    Optional<Client> signingIn(HttpServletRequest request) {
        return matches(signIn, request) ? Optional.of(address(request)) : Optional.empty();
    }

    private static Client client(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ConsoleUser visitor
                ? new Client.User(visitor.organisationId(), visitor.userId())
                : address(request);
    }

    private static Client address(HttpServletRequest request) {
        return new Client.Address(request.getRemoteAddr());
    }

    private static boolean matches(List<RequestMatcher> matchers, HttpServletRequest request) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(request));
    }

    private static List<RequestMatcher> matchers(String... paths) {
        PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
        return Arrays.stream(paths).<RequestMatcher>map(builder::matcher).toList();
    }
}
