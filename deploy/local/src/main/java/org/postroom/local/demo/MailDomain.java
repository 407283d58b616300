package org.postroom.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainVerified;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.http.Json;
import tools.jackson.databind.JsonNode;

/** The organisation's own mail domain: added, proven by its records in the DNS playground, verified. */
final class MailDomain {

    private static final String VERIFICATION = "verification-service";
    /** Two keys of RSA, of which one is in reserve, and one of Ed25519. */
    private static final int DKIM_KEYS = 3;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CONFLICT = 409;

    private final Setup setup;
    private final StackAddresses stack;
    private final ApiClient administrator;
    private final Entries entries;
    private final Watch watch;
    private final Narrator narrator;

    MailDomain(
            Setup setup,
            StackAddresses stack,
            ApiClient administrator,
            Entries entries,
            Watch watch,
            Narrator narrator) {
        this.setup = setup;
        this.stack = stack;
        this.administrator = administrator;
        this.entries = entries;
        this.watch = watch;
        this.narrator = narrator;
    }

    /** Does what is still to be done until the domain is verified, and returns its identifier. */
    String provide() throws IOException, InterruptedException {
        String id = add();
        narrator.step("The administrator publishes the records that Postroom shows, here in the DNS playground.");
        JsonNode verification = awaitRecords(id);
        ApiClient.anonymous()
                .put(stack.dns(), "/zones/" + setup.domain() + "/records?replace=true", published(verification));
        records(verification)
                .forEach(record -> narrator.detail("%-13s %-4s %s"
                        .formatted(
                                record.path("purpose").asString(),
                                record.path("type").asString(),
                                record.path("name").asString())));
        narrator.step("verification-service asks the domain's own name server, by real DNS queries.");
        List<String> unverified = unverified(verification);
        if (unverified.isEmpty()) {
            narrator.detail("It is verified already, from an earlier run.");
        } else {
            verify(id, unverified);
        }
        return id;
    }

    private String add() throws IOException, InterruptedException {
        narrator.step("The administrator " + setup.administrator() + " adds the domain " + setup.domain() + ".");
        var present = entries.find("/api/domains", "name", setup.domain());
        if (present.isPresent()) {
            narrator.detail("It is there already, from an earlier run.");
            return Entries.id(present.get());
        }
        try {
            String id = entries.add("/api/domains", Map.of("name", setup.domain()));
            var added = watch.await(
                    DomainAdded.class,
                    "add the domain",
                    event -> event.getDomainId().equals(id));
            narrator.event(added, setup.domain());
            return id;
        } catch (ApiRefusedException refused) {
            throw refused.status() == CONFLICT ? notAdded(refused) : refused;
        }
    }

    /** The limit is reached, or the name is another organisation's. */
    private Obstacle notAdded(ApiRefusedException refused) {
        return new Obstacle(
                        "The domain " + setup.domain() + " cannot be added: " + String.join("; ", refused.reasons())
                                + ".",
                        "The demonstration needs this domain. Where another organisation has it, its administrator removes"
                                + " it at " + stack.console() + ", page Domains; where this one has as many as it may, "
                                + setup.administrator() + " removes one there.")
                .because(refused);
    }

    private void verify(String id, List<String> directions) throws IOException, InterruptedException {
        checkNow(id);
        for (var direction : directions) {
            try {
                var verified = watch.await(
                        DomainVerified.class,
                        "verify the domain",
                        event -> event.getDomainId().equals(id)
                                && event.getDirection().name().equals(direction));
                narrator.event(verified, direction);
            } catch (Obstacle late) {
                throw notVerified(id).because(late);
            }
        }
    }

    /** Says which records are not as they should be, in the words of the domain's page. */
    private Obstacle notVerified(String id) throws IOException, InterruptedException {
        var wrong = records(verification(id)).stream()
                .filter(record -> !record.path("status").asString("").equals("OK"))
                .map(record -> record.path("purpose").asString("") + " ("
                        + record.path("name").asString("") + "): "
                        + record.path("cure").asString("not checked yet"))
                .collect(Collectors.joining(" "));
        return new Obstacle(
                "The domain " + setup.domain() + " is not verified. " + wrong,
                "Its page at " + stack.console() + " (" + setup.administrator()
                        + ", Domains) shows what was found beside what was expected. Where the DNS playground was told"
                        + " to fail: curl -X DELETE " + stack.dns() + "/faults");
    }

    /** A check is heard again only some seconds after the one before, which may have run when the domain was added. */
    private void checkNow(String id) throws IOException, InterruptedException {
        watch.until(
                VERIFICATION,
                "check the domain's records",
                () -> {
                    try {
                        administrator.post(stack.verification(), "/api/domains/" + id + "/checks", Map.of());
                        return true;
                    } catch (ApiRefusedException refused) {
                        if (refused.status() == TOO_MANY_REQUESTS) {
                            return false;
                        }
                        throw refused;
                    }
                },
                taken -> taken);
    }

    /** The DKIM records come a moment after the others: their keys are made by another service. */
    private JsonNode awaitRecords(String id) throws IOException, InterruptedException {
        return watch.until(
                VERIFICATION,
                "show the records of " + setup.domain() + ", with the keys that outbound-mail-service makes",
                () -> {
                    try {
                        return verification(id);
                    } catch (ApiRefusedException notYet) {
                        return Json.MAPPER.createObjectNode();
                    }
                },
                shown -> records(shown).stream()
                                .filter(record ->
                                        record.path("purpose").asString("").equals("DKIM"))
                                .count()
                        >= DKIM_KEYS);
    }

    private JsonNode verification(String id) throws IOException, InterruptedException {
        return administrator.get(stack.verification(), "/api/domains/" + id + "/verification");
    }

    private static List<JsonNode> records(JsonNode verification) {
        return verification.path("records").valueStream().toList();
    }

    private static List<Map<String, Object>> published(JsonNode verification) {
        return records(verification).stream()
                .map(record -> Map.<String, Object>of(
                        "name", record.path("name").asString() + ".",
                        "type", record.path("type").asString(),
                        "value", record.path("value").asString()))
                .toList();
    }

    private static List<String> unverified(JsonNode verification) {
        return List.of("RECEIVING", "SENDING").stream()
                .filter(direction -> !verification
                        .path(direction.toLowerCase(Locale.ROOT))
                        .path("state")
                        .asString("")
                        .equals("VERIFIED"))
                .toList();
    }
}
