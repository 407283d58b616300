package org.postroom.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The answer to a request.
 *
 * @param status the HTTP status
 * @param contentType the media type; empty means the server's own for JSON
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // answers are written, never compared
public record Answer(int status, String contentType, byte[] body) {

    /** Answers 200 with a value as JSON. */
    public static Answer json(Object value) {
        return json(200, value);
    }

    /** Answers with a value as JSON. */
    public static Answer json(int status, Object value) {
        return new Answer(status, "", Json.MAPPER.writeValueAsBytes(value));
    }

    /** Answers 200 with an HTML page. */
    public static Answer page(String html) {
        return new Answer(200, "text/html; charset=utf-8", html.getBytes(UTF_8));
    }

    /** Answers 204, nothing to say. */
    public static Answer nothing() {
        return new Answer(204, "", new byte[0]);
    }
}
