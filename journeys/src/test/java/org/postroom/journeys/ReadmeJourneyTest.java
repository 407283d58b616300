package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.local.signin.SignIn;

/** What the README says that one sees after {@code ./postroom up}. */
class ReadmeJourneyTest {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Readme README = Readme.read();

    static Stream<String> addresses() {
        return rows().stream().map(row -> row.get(1));
    }

    static Stream<String> accounts() {
        return rows().stream().flatMap(row -> names(row.get(2).replaceFirst("The password is.*", "")));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void answersAtEachAddress(String address) throws Exception {
        try (HttpClient visitor = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build()) {
            var page = visitor.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).containsIgnoringCase("<html");
        }
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void signsEachAccountIn(String account) throws Exception {
        String password = README.find("The password is `([^`]+)`");

        String token = new SignIn(RunningStack.addresses().identity()).user(account, password);

        assertThat(token).isNotEmpty();
    }

    private static List<List<String>> rows() {
        return README.table("| what | where | sign in as |");
    }

    private static Stream<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group(1));
    }
}
