package org.postroom.runtime.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks an issuer for its keys, each time anew. Where they are is learned from its discovery document (OpenID Connect
 * Discovery 1.0, section 4) at the first question that it answers, so a service starts without its issuer.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final String issuer;
    private final ResourceRetriever retriever;
    private volatile @Nullable URI address;
    private volatile boolean answered;

    /** Takes the issuer, the address of its keys where that is known, and how long to wait for each answer. */
    IssuerKeys(String issuer, @Nullable URI address, Duration patience) {
        this.issuer = issuer;
        this.address = address;
        int milliseconds = Math.toIntExact(patience.toMillis());
        this.retriever = new DefaultResourceRetriever(milliseconds, milliseconds, LARGEST_ANSWER);
    }

    /** Whether the issuer answered the last question. */
    boolean answered() {
        return answered;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator when, long now, SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            JWKSet keys = JWKSet.parse(ask(keysAddress()));
            answered = true;
            return keys;
        } catch (IOException | ParseException | IllegalArgumentException failed) {
            answered = false;
            throw new JWKSetUnavailableException("expected the keys of " + issuer + ", but it does not answer", failed);
        }
    }

    @Override
    public void close() {}

    private URI keysAddress() throws IOException, ParseException {
        URI known = address;
        if (known != null) {
            return known;
        }
        Map<String, Object> document = JSONObjectUtils.parse(ask(URI.create(issuer.replaceAll("/$", "") + DISCOVERY)));
        String named = JSONObjectUtils.getString(document, "issuer");
        if (!issuer.equals(named)) {
            throw new IOException("expected the discovery document of " + issuer + ", but it is that of " + named);
        }
        URI found = URI.create(JSONObjectUtils.getString(document, "jwks_uri"));
        address = found;
        return found;
    }

    private String ask(URI where) throws IOException {
        URL url = where.toURL();
        return retriever.retrieveResource(url).getContent();
    }
}
