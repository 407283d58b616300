package org.postroom.journeys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.local.demo.Setup;

/**
 * A real browser without a window. {@code ./postroom test} provides one and names it in {@code POSTROOM_BROWSER}: a
 * program, {@code playwright} for its own download, or {@code none}; else one is looked for on the path.
 */
final class Browser implements AutoCloseable {

    private static final String NONE = "none";
    private static final List<String> NAMES =
            List.of("google-chrome", "google-chrome-stable", "chromium", "chromium-browser");

    private static com.microsoft.playwright.@Nullable Browser program;

    private final List<BrowserContext> sessions = new ArrayList<>();

    private Browser() {}

    /** Opens the one browser of the build, unless it is open already. */
    static Browser open() {
        if (program == null) {
            program = start();
        }
        return new Browser();
    }

    private static com.microsoft.playwright.Browser start() {
        String choice = Objects.requireNonNullElseGet(System.getenv("POSTROOM_BROWSER"), Browser::onThePath);
        assumeTrue(!choice.equals(NONE), "no Chrome or Chromium was found (Debian: apt-get install chromium)");
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"));
        if (!choice.equals("playwright")) {
            options.setExecutablePath(Path.of(choice));
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser"));
        PlaywrightAssertions.setDefaultAssertionTimeout((double) ContactCentre.PATIENCE.toMillis());
        return playwright.chromium().launch(options);
    }

    /** A page with a session of its own, signed in as a user. */
    Page signedIn(String user) {
        BrowserContext session = Objects.requireNonNull(program).newContext();
        sessions.add(session);
        Page page = session.newPage();
        page.setDefaultTimeout((double) ContactCentre.PATIENCE.toMillis());
        page.navigate(RunningStack.addresses().console().toString());
        page.getByLabel("Username").fill(user);
        page.getByLabel("Password").fill(Setup.PASSWORD);
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).first().click();
        page.getByTestId("visitor").waitFor();
        return page;
    }

    @Override
    public void close() {
        sessions.forEach(BrowserContext::close);
    }

    private static String onThePath() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(NONE);
    }

    /** Where a journey leaves its pictures, for people to look at. */
    static Path picture(String name) {
        return Stream.of("target", "pictures", name + ".png")
                .map(Path::of)
                .reduce(Path::resolve)
                .orElseThrow();
    }
}
