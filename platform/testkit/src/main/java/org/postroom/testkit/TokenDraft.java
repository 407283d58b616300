package org.postroom.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An access token before it is signed: good for an hour, for Postroom, unless changed. */
public final class TokenDraft {

    /** What Postroom's services expect a token to be for. */
    public static final String AUDIENCE = "postroom";

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final RSAKey key;
    private final JWTClaimsSet.Builder claims;

    TokenDraft(RSAKey key, String issuer, String subject, @Nullable String organisation, List<String> permissions) {
        this.key = key;
        Instant now = Instant.now();
        this.claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("name", subject)
                .claim("permissions", permissions)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
        if (organisation != null) {
            claims.claim("organisation", organisation);
        }
    }

    /** Makes it a token for another program; none where there is none. */
    public TokenDraft audience(String... audience) {
        claims.audience(List.of(audience));
        return this;
    }

    /** Makes it another issuer's. */
    public TokenDraft issuer(String issuer) {
        claims.issuer(issuer);
        return this;
    }

    /** Makes it one that has ended some time ago. */
    public TokenDraft endedSince(Duration ago) {
        Instant end = Instant.now().minus(ago);
        claims.issueTime(Date.from(end.minus(LIFETIME))).expirationTime(Date.from(end));
        return this;
    }

    /** Makes it one that is good only later. */
    public TokenDraft goodIn(Duration time) {
        claims.notBeforeTime(Date.from(Instant.now().plus(time)));
        return this;
    }

    /** Makes it one that has no end. */
    public TokenDraft withoutEnd() {
        claims.expirationTime(null);
        return this;
    }

    /** The token, signed with the issuer's newest key at the time of the draft. */
    public String signed() {
        try {
            return signed(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key));
        } catch (JOSEException failed) {
            throw new IllegalStateException("expected to sign a token, but it failed", failed);
        }
    }

    /** The token, signed with another key under the name of the issuer's. */
    public String signedWith(RSAKey other) {
        try {
            return signed(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(other));
        } catch (JOSEException failed) {
            throw new IllegalStateException("expected to sign a token, but it failed", failed);
        }
    }

    /** The token without a signature ({@code alg: none}, RFC 8725, section 2.1). */
    public String unsigned() {
        return new PlainJWT(claims.build()).serialize();
    }

    /** The token signed with the issuer's public key, taken as if it were a shared secret (RFC 8725, section 2.1). */
    public String signedWithThePublicKeyAsASecret() {
        try {
            byte[] secret = key.toRSAPublicKey().getEncoded();
            return signed(JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(secret));
        } catch (JOSEException failed) {
            throw new IllegalStateException("expected to sign a token, but it failed", failed);
        }
    }

    private String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
