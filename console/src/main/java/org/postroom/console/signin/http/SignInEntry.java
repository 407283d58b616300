package org.postroom.console.signin.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends a browser without a session to the sign-in; a part of a page is told to load the whole page anew. */
final class SignInEntry implements AuthenticationEntryPoint {

    static final String SIGN_IN_PATH = "/oauth2/authorization/" + LazyClientRegistrations.ID;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (request.getRequestURI().startsWith("/live/")) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Refresh", "true");
        } else {
            response.sendRedirect(request.getContextPath() + SIGN_IN_PATH);
        }
    }
}
