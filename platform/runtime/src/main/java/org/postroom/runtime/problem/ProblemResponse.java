package org.postroom.runtime.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** A problem detail (RFC 9457) that is answered before any controller is reached. */
public final class ProblemResponse {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemResponse() {}

    /** Answers with a status and the reason for it, in the form "expected …, but …". */
    public static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(JSON.writeValueAsString(new Problem(status.getReasonPhrase(), status.value(), detail)));
    }

    /** True where a page is asked for, which somebody reads. */
    public static boolean isForPeople(HttpServletRequest request) {
        @Nullable String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** The members that every problem has. */
    private record Problem(String title, int status, String detail) {}
}
