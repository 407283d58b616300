package org.postroom.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.postroom.local.database.LocalDatabase;

/** Tells whether a part can be used now. */
@FunctionalInterface
interface Probe {

    Duration PATIENCE = Duration.ofSeconds(2);

    boolean isReady() throws InterruptedException;

    /** The part answers 200 at an address. */
    static Probe http(String address) {
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        return () -> {
            try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
                return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** The broker tells who is in the cluster. */
    static Probe kafka(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", "1500", "default.api.timeout.ms", "2000");
        return () -> {
            try (var admin = Admin.create(settings)) {
                return !admin.describeCluster()
                        .nodes()
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .isEmpty();
            } catch (ExecutionException | TimeoutException e) {
                return false;
            }
        };
    }

    /** The database lets us in. */
    static Probe database(String url) {
        return () -> {
            try (var connection = DriverManager.getConnection(url, LocalDatabase.USER, "")) {
                return connection.isValid((int) PATIENCE.toSeconds());
            } catch (SQLException e) {
                return false;
            }
        };
    }
}
