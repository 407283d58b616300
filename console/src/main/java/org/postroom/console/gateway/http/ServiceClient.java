package org.postroom.console.gateway.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.Answer.FieldError;
import org.postroom.console.gateway.Answer.Reason;
import org.postroom.console.gateway.ForbiddenException;
import org.postroom.console.gateway.TooOftenException;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.problem.UnavailableException;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * One service's REST API, asked in the name of the signed-in user. A refusal comes back as a value; a service that
 * cannot be reached, or that breaks down, is an {@link UnavailableException}.
 */
public final class ServiceClient {

    private final String service;
    private final RestClient http;
    private final RestClient patient;

    private ServiceClient(String service, RestClient http, RestClient patient) {
        this.service = service;
        this.http = http;
        this.patient = patient;
    }

    /**
     * Makes the client of a service.
     *
     * @param service its name, for messages
     * @param address where its API is
     * @param http asks in the name of the signed-in user
     */
    static ServiceClient of(String service, URI address, ServiceSettings settings, RestClient.Builder http) {
        RestClient.Builder there = http.clone().baseUrl(address.toString());
        return new ServiceClient(
                service,
                there.requestFactory(connections(settings.timeout())).build(),
                there.requestFactory(connections(settings.patience())).build());
    }

    private static ClientHttpRequestFactory connections(Duration timeout) {
        var connections = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(timeout).build());
        connections.setReadTimeout(timeout);
        return connections;
    }

    /** The same API for one request that may be sent twice and takes effect once. */
    public ServiceClient repeatable(String key) {
        return new ServiceClient(service, repeatable(http, key), repeatable(patient, key));
    }

    private static RestClient repeatable(RestClient client, String key) {
        return client.mutate().defaultHeader("Idempotency-Key", key).build();
    }

    /** The same API for one request that waits for somebody else's server, which may be slow or silent. */
    public ServiceClient patient() {
        return new ServiceClient(service, patient, patient);
    }

    /**
     * Reads one thing.
     *
     * @throws NotFoundException where the service does not know it
     * @throws ForbiddenException where the user may not read it
     * @throws TooOftenException where it was read too often
     */
    public <T> T get(Class<T> type, String path, Object... variables) {
        return guarded(
                path, () -> required(http.get().uri(path, variables).retrieve().body(type)));
    }

    /** Reads one thing that the service may not know. */
    public <T> Optional<T> find(Class<T> type, String path, Object... variables) {
        try {
            return Optional.of(get(type, path, variables));
        } catch (NotFoundException unknown) {
            return Optional.empty();
        }
    }

    /** Reads a list. */
    public <T> List<T> list(ParameterizedTypeReference<List<T>> type, String path, Object... variables) {
        return guarded(
                path, () -> required(http.get().uri(path, variables).retrieve().body(type)));
    }

    /** Sends a change, and returns what the service made of it. */
    public <T> Answer<T> send(
            HttpMethod method, Class<T> type, @Nullable Object body, String path, Object... variables) {
        return answered(
                path,
                () -> required(request(method, body, path, variables).retrieve().body(type)));
    }

    /** Sends a document that is not JSON, and returns what the service made of it. */
    public <T> Answer<T> send(MediaType mediaType, String document, Class<T> type, String path, Object... variables) {
        return answered(
                path,
                () -> required(http.post()
                        .uri(path, variables)
                        .contentType(mediaType)
                        .body(document.getBytes(StandardCharsets.UTF_8))
                        .retrieve()
                        .body(type)));
    }

    /** Asks for something whose result comes later or is not looked at. */
    public Answer<Boolean> ask(HttpMethod method, @Nullable Object body, String path, Object... variables) {
        return answered(path, () -> {
            request(method, body, path, variables).retrieve().toBodilessEntity();
            return true;
        });
    }

    private RestClient.RequestBodySpec request(
            HttpMethod method, @Nullable Object body, String path, Object... variables) {
        var request = http.method(method).uri(path, variables);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request;
    }

    private <T> Answer<T> answered(String path, Call<T> call) {
        return guarded(path, () -> {
            try {
                return new Answer.Done<>(call.run());
            } catch (HttpClientErrorException refusal) {
                return refused(refusal);
            }
        });
    }

    private <T> Answer<T> refused(HttpClientErrorException refusal) {
        @Nullable Problem problem = problem(refusal);
        @Nullable List<FieldError> errors = problem == null ? null : problem.errors();
        return new Answer.Refused<>(
                reason(refusal), detail(refusal), errors == null ? List.of() : errors, retryAfter(refusal));
    }

    private static Reason reason(HttpClientErrorException refusal) {
        return switch (refusal.getStatusCode().value()) {
            case 400, 422 -> Reason.INVALID;
            case 403 -> Reason.FORBIDDEN;
            case 409 -> Reason.CONFLICT;
            case 429 -> Reason.TOO_OFTEN;
            default -> Reason.OTHER;
        };
    }

    /** The header in seconds (RFC 9110 section 10.2.3); our services never send it as a date. */
    private static @Nullable Duration retryAfter(HttpClientErrorException refusal) {
        @Nullable HttpHeaders headers = refusal.getResponseHeaders();
        @Nullable String seconds = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds == null || !seconds.matches("[0-9]{1,9}") ? null : Duration.ofSeconds(Long.parseLong(seconds));
    }

    private String detail(HttpClientErrorException refusal) {
        @Nullable Problem problem = problem(refusal);
        @Nullable String detail = problem == null ? null : problem.detail();
        return detail == null ? service + " refused with " + refusal.getStatusCode() : detail;
    }

    private static @Nullable Problem problem(HttpClientErrorException refusal) {
        @Nullable
        MediaType type = refusal.getResponseHeaders() == null
                ? null
                : refusal.getResponseHeaders().getContentType();
        return MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type)
                ? refusal.getResponseBodyAs(Problem.class)
                : null;
    }

    private <T> T guarded(String path, Call<T> call) {
        try {
            return call.run();
        } catch (HttpClientErrorException.NotFound missing) {
            throw new NotFoundException("page", path);
        } catch (HttpClientErrorException.Forbidden forbidden) {
            throw new ForbiddenException(detail(forbidden));
        } catch (HttpClientErrorException.TooManyRequests tooOften) {
            throw new TooOftenException(detail(tooOften));
        } catch (ResourceAccessException | HttpServerErrorException broken) {
            throw new UnavailableException("expected an answer from " + service + ", but there was none", broken);
        }
    }

    private <T> T required(@Nullable T body) {
        if (body == null) {
            throw new IllegalStateException("expected a body from " + service + ", but there was none");
        }
        return body;
    }

    /** A problem detail (RFC 9457) with our list of fields. */
    record Problem(@Nullable String detail, @Nullable List<FieldError> errors) {}

    private interface Call<T> {
        T run();
    }
}
