package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.postroom.events.domain.OrganisationSuspended;
import org.postroom.events.standing.OrganisationState;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every endpoint of a running service as a user who may do everything, but whose organisation is suspended. The
 * endpoints are the service's own, so that a new one is walked too.
 */
public final class SuspendedOrganisation {

    private SuspendedOrganisation() {}

    /** All that an organisation's user can be permitted. */
    public static String[] allPermissions() {
        return new String[] {
            "routing:email:manage", "directory:manage", "audit:view", "routing:supervise", "conversation:email:handle"
        };
    }

    /**
     * An endpoint.
     *
     * @param method the HTTP method
     * @param path the path, with something in place of each variable
     */
    public record Endpoint(String method, String path) implements Comparable<Endpoint> {

        @Override
        public int compareTo(Endpoint other) {
            return (path + method).compareTo(other.path + other.method);
        }
    }

    /** Suspends an organisation, as the log tells it. */
    public static void suspend(String organisationId) {
        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                organisationId,
                new OrganisationSuspended(
                        organisationId, "The invoice is open.", "operator", Instant.parse("2026-01-01T00:00:00Z")));
        Standings.organisation(organisationId, OrganisationState.SUSPENDED);
    }

    /** Every endpoint of the service. */
    public static Set<Endpoint> endpoints(RequestMappingHandlerMapping mappings) {
        Set<Endpoint> endpoints = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            Set<RequestMethod> named = mapping.getMethodsCondition().getMethods();
            Set<RequestMethod> methods = named.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : named;
            for (String path : mapping.getPatternValues()) {
                methods.forEach(
                        method -> endpoints.add(new Endpoint(method.name(), path.replaceAll("[{][^}]*}", "x"))));
            }
        }
        return endpoints;
    }

    /** Holds the service to 403 at every endpoint of its API. */
    public static void findsEveryDoorShut(int port, RequestMappingHandlerMapping mappings) {
        String organisation = "suspended-" + port;
        Set<Endpoint> api = new TreeSet<>(endpoints(mappings));
        api.removeIf(endpoint -> !endpoint.path().startsWith("/api/"));
        assertThat(api).isNotEmpty();
        suspend(organisation);
        Awaitility.await("the service to hear of the suspension")
                .until(() ->
                        ask(port, organisation, api.iterator().next()).body().contains("yours is suspended"));

        for (Endpoint endpoint : api) {
            HttpResponse<String> answer = ask(port, organisation, endpoint);
            assertThat(answer.statusCode()).as(endpoint.toString()).isEqualTo(403);
            assertThat(answer.body()).as(endpoint.toString()).contains("yours is suspended");
        }
    }

    private static HttpResponse<String> ask(int port, String organisation, Endpoint endpoint) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + endpoint.path()))
                .header("Authorization", "Bearer " + Parts.identity().token("ada", organisation, allPermissions()))
                .header("Content-Type", "application/json")
                .method(endpoint.method(), HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("expected an answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while asking", interrupted);
        }
    }
}
