package org.postroom.journeys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.postroom.local.demo.Setup;

/**
 * A real browser without a window. {@code ./postroom test} provides one and names it in {@code POSTROOM_BROWSER}: a
 * program, {@code playwright} for its own download, or {@code none}; else one is looked for on the path.
 */
final class Browser implements AutoCloseable {

    private static final String NONE = "none";
    private static final List<String> NAMES =
            List.of("google-chrome", "google-chrome-stable", "chromium", "chromium-browser");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser program;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser program) {
        this.playwright = playwright;
        this.program = program;
    }

    static Browser open() {
        String choice = Objects.requireNonNullElseGet(System.getenv("POSTROOM_BROWSER"), Browser::onThePath);
        assumeTrue(!choice.equals(NONE), "SKIPPED: no Chrome or Chromium was found (Debian: apt-get install chromium)");
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"));
        if (!choice.equals("playwright")) {
            options.setExecutablePath(Path.of(choice));
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout((double) ContactCentre.PATIENCE.toMillis());
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /** A page with a session of its own, signed in as a user. */
    Page signedIn(String user) {
        Page page = program.newContext().newPage();
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
        program.close();
        playwright.close();
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
