package org.postroom.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.stack.Operator;
import org.postroom.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What the installation's operator does with organisations, over domain-service's REST API. */
@Command(
        name = "organisation",
        description = "Lists, creates, changes, suspends, resumes and removes organisations, as the operator.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        mixinStandardHelpOptions = true)
final class OrganisationCommand {

    private static final String PATH = "/api/organisations";
    private static final String ROW = "  %-14s %-14s %-10s %-24s %s";
    private static final String ID = "The organisation's identifier, as list shows it.";

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(description = "Lists all organisations.")
    int list() throws InterruptedException {
        return run((operator, service) -> {
            terminal().say(ROW.formatted("IDENTIFIER", "ACCOUNT", "STATE", "NAME", "CREATED"));
            operator.list(service, PATH)
                    .forEach(each -> terminal()
                            .say(ROW.formatted(
                                    text(each, "id"),
                                    text(each, "accountName"),
                                    text(each, "state"),
                                    text(each, "name"),
                                    text(each, "createdAt"))));
        });
    }

    @Command(description = "Creates an organisation with its system domain and its default roles.")
    int create(
            @Parameters(
                            paramLabel = "ACCOUNT",
                            description = "Its account name: a DNS label, alone in the installation.")
                    String account,
            @Option(names = "--name", required = true, description = "Its name as people write it.") String name,
            @Option(names = "--id", description = "Its identifier; the account name unless given.") @Nullable String id,
            @Option(names = "--language", defaultValue = "en", description = "Its default language.") String language,
            @Option(names = "--time-zone", defaultValue = "Etc/UTC", description = "Its time zone.") String timeZone,
            @Option(
                            names = "--administrator",
                            paramLabel = "USER",
                            description = "Who administers it at first: the user's identifier at the sign-in.")
                    @Nullable
                    String administrator,
            @Option(
                            names = "--administrator-name",
                            description = "The first administrator's name; the identifier unless given.")
                    @Nullable
                    String administratorName)
            throws InterruptedException {
        return run((operator, service) -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("name", name);
            body.put("accountName", account);
            body.put("defaultLanguage", language);
            body.put("timeZone", timeZone);
            if (administrator != null) {
                body.put(
                        "firstAdministrator",
                        Map.of(
                                "userId",
                                administrator,
                                "displayName",
                                administratorName == null ? administrator : administratorName));
            }
            JsonNode created = operator.put(service, path(id == null ? account : id), body);
            terminal().say("The organisation " + text(created, "id") + " exists.");
        });
    }

    @Command(description = "Changes what an organisation is called and its defaults; what is not given stays.")
    int change(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--name", description = "The new name.") @Nullable String name,
            @Option(names = "--account-name", description = "The new account name; only without a system domain.")
                    @Nullable
                    String account,
            @Option(names = "--language", description = "The new default language.") @Nullable String language,
            @Option(names = "--time-zone", description = "The new time zone.") @Nullable String timeZone)
            throws InterruptedException {
        return run((operator, service) -> {
            JsonNode present = operator.get(service, path(id));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("name", name == null ? text(present, "name") : name);
            body.put("accountName", account == null ? text(present, "accountName") : account);
            body.put("defaultLanguage", language == null ? text(present, "defaultLanguage") : language);
            body.put("timeZone", timeZone == null ? text(present, "timeZone") : timeZone);
            body.put("version", present.path("version").asLong());
            JsonNode changed = operator.put(service, path(id), body);
            terminal()
                    .say("The organisation " + id + " is at version "
                            + changed.path("version").asLong() + ".");
        });
    }

    @Command(
            description =
                    "Suspends an organisation: its mail is deferred, its replies wait, its users are turned away.")
    int suspend(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--reason", required = true, description = "Why, in words for its users.") String reason)
            throws InterruptedException {
        return run((operator, service) -> {
            operator.post(service, path(id) + "/suspension", Map.of("reason", reason));
            terminal().say("The organisation " + id + " is suspended. Nothing is lost; resume lets it go on.");
        });
    }

    @Command(description = "Lets a suspended organisation be used again.")
    int resume(@Parameters(paramLabel = "ID", description = ID) String id) throws InterruptedException {
        return run((operator, service) -> {
            operator.delete(service, path(id) + "/suspension");
            terminal().say("The organisation " + id + " may be used again.");
        });
    }

    @Command(
            description =
                    "Removes a suspended organisation with all that it has. Without --confirm, says what would go.")
    int remove(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--confirm", paramLabel = "ACCOUNT", description = "Its account name: really remove it.")
                    @Nullable
                    String confirmed,
            @Option(names = "--despite-open-interactions", description = "Even while customers wait for an answer.")
                    boolean despiteOpenInteractions)
            throws InterruptedException {
        return run((operator, service) -> {
            if (confirmed == null) {
                JsonNode removal = operator.get(service, path(id) + "/removal");
                removal.path("consequences")
                        .valueStream()
                        .forEach(each -> terminal().say("  " + each.asString()));
                terminal()
                        .say("Nothing is removed yet. To do it: ./postroom organisation remove " + id + " --confirm "
                                + text(removal, "accountName"));
                return;
            }
            operator.delete(
                    service,
                    path(id) + "?accountName=" + encoded(confirmed) + "&despiteOpenInteractions="
                            + despiteOpenInteractions);
            terminal().say("The organisation " + id + " is removed.");
        });
    }

    private int run(Task task) throws InterruptedException {
        StackAddresses addresses = data.stack()
                .orElseThrow(() -> new StackException("Postroom is not running. Start it with ./postroom up"))
                .addresses();
        try {
            task.run(Operator.signIn(addresses), addresses.domain());
            return 0;
        } catch (ApiRefusedException refused) {
            throw new StackException("Refused: " + String.join("\n         ", refused.reasons()), refused);
        } catch (IOException failed) {
            throw new StackException(
                    "domain-service cannot be asked: " + failed.getMessage() + ". See ./postroom status", failed);
        }
    }

    private Terminal terminal() {
        return new Terminal(spec.commandLine().getOut());
    }

    private static String path(String id) {
        return PATH + "/" + encoded(id);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private interface Task {
        void run(ApiClient operator, URI service) throws IOException, InterruptedException;
    }
}
