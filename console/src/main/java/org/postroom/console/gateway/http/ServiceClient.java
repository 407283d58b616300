package org.postroom.console.gateway.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.Answer.FieldError;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.problem.UnavailableException;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
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

    ServiceClient(String service, RestClient http) {
        this.service = service;
        this.http = http;
    }

    /** The same API for one request that may be sent twice and takes effect once. */
    public ServiceClient repeatable(String key) {
        return new ServiceClient(
                service, http.mutate().defaultHeader("Idempotency-Key", key).build());
    }

    /**
     * Reads one thing.
     *
     * @throws NotFoundException where the service does not know it
     */
    public <T> T get(Class<T> type, String path, Object... variables) {
        return guarded(
                path, () -> required(http.get().uri(path, variables).retrieve().body(type)));
    }

    /** Reads a list. */
    public <T> List<T> list(ParameterizedTypeReference<List<T>> type, String path) {
        return guarded(path, () -> required(http.get().uri(path).retrieve().body(type)));
    }

    /** Sends a change, and returns what the service made of it. */
    public <T> Answer<T> send(
            HttpMethod method, Class<T> type, @Nullable Object body, String path, Object... variables) {
        return guarded(path, () -> {
            try {
                var request = http.method(method).uri(path, variables);
                if (body != null) {
                    request.contentType(MediaType.APPLICATION_JSON).body(body);
                }
                return new Answer.Done<>(required(request.retrieve().body(type)));
            } catch (HttpClientErrorException refusal) {
                return refused(refusal);
            }
        });
    }

    /** Asks for something whose result comes later or is not looked at. */
    public Answer<Boolean> ask(HttpMethod method, @Nullable Object body, String path, Object... variables) {
        return guarded(path, () -> {
            try {
                var request = http.method(method).uri(path, variables);
                if (body != null) {
                    request.contentType(MediaType.APPLICATION_JSON).body(body);
                }
                request.retrieve().toBodilessEntity();
                return new Answer.Done<>(true);
            } catch (HttpClientErrorException refusal) {
                return refused(refusal);
            }
        });
    }

    private <T> Answer<T> refused(HttpClientErrorException refusal) {
        @Nullable Problem problem = refusal.getResponseBodyAs(Problem.class);
        if (problem == null || problem.detail() == null) {
            return new Answer.Refused<>(service + " refused with " + refusal.getStatusCode(), List.of());
        }
        @Nullable List<FieldError> errors = problem.errors();
        return new Answer.Refused<>(problem.detail(), errors == null ? List.of() : errors);
    }

    private <T> T guarded(String path, Call<T> call) {
        try {
            return call.run();
        } catch (HttpClientErrorException.NotFound missing) {
            throw new NotFoundException("page", path);
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
