package org.postroom.runtime.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.outbox.OversizeEventException;
import org.postroom.runtime.text.UnstorableTextException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/**
 * Answers errors of REST controllers as {@code application/problem+json} that names the field and the rule (RFC 9457). It is
 * asked before Spring Boot's own, which has the order 0 and would answer what cannot be read without saying why.
 */
@RestControllerAdvice
@Order(-1)
public class ProblemDetails extends ResponseEntityExceptionHandler {

    private static final int LONGEST_SHOWN = 2_000;

    /** Makes one handler for all controllers. */
    public ProblemDetails() {}

    @ExceptionHandler
    ProblemDetail invalidField(InvalidFieldException invalid) {
        return withErrors("A field of the request is not valid.", List.of(error(invalid.field(), invalid.rule())));
    }

    @ExceptionHandler
    ProblemDetail invalidFields(InvalidFieldsException invalid) {
        return withErrors(
                "Fields of the request are not valid.",
                invalid.refusals().stream()
                        .map(refusal -> error(refusal.field(), refusal.rule()))
                        .toList());
    }

    @ExceptionHandler
    ProblemDetail forbiddenFields(ForbiddenFieldsException forbidden) {
        return withErrors(
                HttpStatus.FORBIDDEN,
                shown(forbidden.refusals().getFirst().rule()),
                forbidden.refusals().stream()
                        .map(refusal -> error(refusal.field(), refusal.rule()))
                        .toList());
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException missing) {
        return problem(HttpStatus.NOT_FOUND, missing);
    }

    @ExceptionHandler
    ProblemDetail conflict(ConflictException conflict) {
        return problem(HttpStatus.CONFLICT, conflict);
    }

    @ExceptionHandler
    ProblemDetail unavailable(UnavailableException unavailable) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, unavailable);
    }

    @ExceptionHandler
    ProblemDetail tooLarge(BodyTooLargeException large) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(large.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail oversize(OversizeEventException oversize) {
        return withErrors(
                "The request is too much for one change.",
                List.of(error(
                        "body",
                        "expected a change whose event has at most %d octets, but it has %d"
                                .formatted(oversize.most(), oversize.octets()))));
    }

    /** What broke the reading may be a limit of ours, which says more than that the body cannot be read. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException large) {
                ProblemDetail problem = tooLarge(large);
                return ResponseEntity.status(problem.getStatus()).body(problem);
            }
            if (cause instanceof UnstorableTextException unstorable) {
                ProblemDetail problem = withErrors(
                        "A field of the request is not valid.",
                        List.of(error(place(unstorable), UnstorableTextException.RULE)));
                return ResponseEntity.status(problem.getStatus()).body(problem);
            }
        }
        return super.handleHttpMessageNotReadable(unreadable, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> Map.of("field", error.getField(), "rule", String.valueOf(error.getDefaultMessage())))
                .toList();
        ProblemDetail problem = withErrors("Fields of the request are not valid.", errors);
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }

    /** The field as the client wrote it, for instance {@code branches[2].name}. */
    private static String place(DatabindException wrong) {
        var place = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.isEmpty() ? "body" : place.toString();
    }

    private static Map<String, String> error(String field, String rule) {
        return Map.of("field", shown(field), "rule", shown(rule));
    }

    /** What a request says is often repeated in the reason; an answer does not grow with it. */
    private static String shown(String words) {
        return words.length() <= LONGEST_SHOWN ? words : words.substring(0, LONGEST_SHOWN) + "…";
    }

    private static ProblemDetail withErrors(String detail, List<Map<String, String>> errors) {
        return withErrors(HttpStatus.UNPROCESSABLE_CONTENT, detail, errors);
    }

    private static ProblemDetail withErrors(HttpStatus status, String detail, List<Map<String, String>> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", errors);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException reason) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(reason.getMessage()));
    }
}
