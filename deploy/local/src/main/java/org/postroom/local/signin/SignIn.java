package org.postroom.local.signin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postroom.local.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * Gets access tokens from the stack's sign-in: for a user by the authorization code flow with proof key (RFC 7636),
 * filling in the sign-in page as a browser would; for the operator by client credentials (RFC 6749, section 4.4).
 */
public final class SignIn {

    private static final String CLIENT = "command-line";
    private static final String REDIRECT = "http://127.0.0.1/signed-in";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI issuer;
    private final SecureRandom random = new SecureRandom();

    /** Signs in at the provider with this issuer address. */
    public SignIn(URI issuer) {
        this.issuer = issuer;
    }

    /**
     * Signs a user in.
     *
     * @return an access token
     * @throws SignInRefusedException where the provider refuses the user
     * @throws IOException where the provider cannot be reached
     */
    public String user(String id, String password) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            String verifier = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            URI authorize = issuer.resolve("/oauth2/authorize?"
                    + form(Map.of(
                            "response_type",
                            "code",
                            "client_id",
                            CLIENT,
                            "redirect_uri",
                            REDIRECT,
                            "scope",
                            "openid",
                            "code_challenge",
                            challenge(verifier),
                            "code_challenge_method",
                            "S256")));
            get(browser, authorize);
            String page = get(browser, issuer.resolve("/login")).body();
            HttpResponse<String> signedIn = post(
                    browser,
                    issuer.resolve("/login"),
                    Map.of("username", id, "password", password, "_csrf", find(CSRF, page, "a sign-in form")));
            String next = location(signedIn);
            if (next.contains("error")) {
                throw new SignInRefusedException(id);
            }
            String code = find(CODE, location(get(browser, authorize)), "an authorization code");
            Map<String, String> exchange = new LinkedHashMap<>();
            exchange.put("grant_type", "authorization_code");
            exchange.put("client_id", CLIENT);
            exchange.put("redirect_uri", REDIRECT);
            exchange.put("code", URLDecoder.decode(code, StandardCharsets.UTF_8));
            exchange.put("code_verifier", verifier);
            return token(post(browser, issuer.resolve("/oauth2/token"), exchange));
        }
    }

    /**
     * Signs the installation's operator in.
     *
     * @return an access token
     * @throws IOException where the provider cannot be reached or refuses the secret
     */
    public String operator(String secret) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String credentials =
                    Base64.getEncoder().encodeToString(("operator:" + secret).getBytes(StandardCharsets.UTF_8));
            HttpRequest request = request(issuer.resolve("/oauth2/token"))
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            return token(client.send(request, HttpResponse.BodyHandlers.ofString()));
        }
    }

    private String token(HttpResponse<String> answer) throws IOException {
        JsonNode body = Json.MAPPER.readTree(answer.body());
        if (answer.statusCode() != 200 || !body.hasNonNull("access_token")) {
            throw new IOException(
                    "expected an access token, but the sign-in answered " + answer.statusCode() + " " + answer.body());
        }
        return body.path("access_token").asString();
    }

    private static HttpResponse<String> get(HttpClient browser, URI address) throws IOException, InterruptedException {
        return browser.send(
                request(address).header("Accept", "text/html").GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient browser, URI address, Map<String, String> fields)
            throws IOException, InterruptedException {
        HttpRequest request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private static String location(HttpResponse<String> answer) throws IOException {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() ->
                        new IOException("expected the sign-in to redirect, but it answered " + answer.statusCode()));
    }

    private static String find(Pattern pattern, String text, String what) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("expected " + what + " from the sign-in, but there is none");
        }
        return matcher.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
