package org.postroom.runtime.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.postroom.runtime.problem.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers a missing or insufficient token as a problem detail (RFC 9457), before any controller is reached. */
public final class ProblemOnRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String RETRY_SECONDS = "10";

    /** Makes the answers. */
    public ProblemOnRefusal() {}

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof IssuerUnavailableException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "expected the sign-in to confirm your token, but it does not answer; try again");
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, HttpStatus.UNAUTHORIZED, "expected a valid bearer token, but there is none");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(
                response,
                HttpStatus.FORBIDDEN,
                "expected a permission for this request, but your token does not have it");
    }

    static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        ProblemResponse.write(response, status, detail);
    }
}
