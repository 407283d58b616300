package org.postroom.local.registry.http;

import java.util.Map;
import org.postroom.local.http.Answer;

/** The refusals of Confluent's registry API, by its own error codes. */
enum Problem {
    SUBJECT_NOT_FOUND(404, 40401, "Subject '%s' not found."),
    VERSION_NOT_FOUND(404, 40402, "Version %s not found."),
    SCHEMA_NOT_FOUND(404, 40403, "Schema %s not found"),
    SUBJECT_WITHOUT_LEVEL(404, 40408, "Subject '%s' does not have subject-level compatibility configured"),
    VERSION_NOT_DELETED(404, 40407, "Version %s was not deleted first before being permanently deleted"),
    INCOMPATIBLE(409, 409, "Schema being registered is incompatible with an earlier schema for subject %s"),
    INVALID_SCHEMA(422, 42201, "Invalid schema: %s"),
    INVALID_VERSION(
            422,
            42202,
            "The specified version '%s' is not a valid version id. Expected a number from 1 on, or 'latest'"),
    INVALID_LEVEL(
            422, 42203, "Invalid compatibility level %s. Expected one of NONE, BACKWARD, FORWARD, FULL and so on");

    private final int status;
    private final int code;
    private final String message;

    Problem(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    Answer about(String detail) {
        return body(status, code, String.format(message, detail));
    }

    /** Returns the answer for a status that has no code of its own. */
    static Object body(int status, String message) {
        return Map.of("error_code", status == 500 ? 50001 : status, "message", message);
    }

    private static Answer body(int status, int code, String message) {
        return Answer.json(status, Map.of("error_code", code, "message", message));
    }
}
