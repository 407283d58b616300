package org.postroom.console.desk.http;

import jakarta.servlet.http.HttpServletRequest;
import org.postroom.console.gateway.Answer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers a button of a page: nothing to swap, since the change arrives by events, but perhaps a notice. */
final class Reaction {

    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Reaction() {}

    /**
     * Reacts to what the service answered.
     *
     * @param next the page to show next, where the browser sent a plain form
     * @param leave true where the page should be left for the next one also by htmx
     */
    static ResponseEntity<Void> to(Answer<Boolean> answer, HttpServletRequest request, String next, boolean leave) {
        boolean htmx = request.getHeader("HX-Request") != null;
        if (answer instanceof Answer.Refused<Boolean> refused && htmx) {
            return ResponseEntity.noContent()
                    .header("HX-Trigger", ASCII.writeValueAsString(new Notice(refused.detail())))
                    .build();
        }
        if (htmx) {
            HttpHeaders headers = new HttpHeaders();
            if (leave) {
                headers.set("HX-Redirect", next);
            }
            return ResponseEntity.noContent().headers(headers).build();
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, next)
                .build();
    }

    /** The event that shows a notice on the page. */
    record Notice(String notice) {}
}
