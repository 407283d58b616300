package org.postroom.runtime.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Believes an access token that is signed with a present key of the issuer by an asymmetric algorithm (RFC 8725, sections 3.1
 * and 3.2), names this issuer and this audience, has an end, and has not come to it. A key that is not known is looked for at
 * the issuer, but not more often than each few seconds, however many tokens name one.
 */
final class AccessTokens implements JwtDecoder {

    /** Public keys only: with a secret shared by all, whoever can check a token could also make one. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** In this time, the issuer is asked twice at most; in less where its keys are kept for a short time only. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final NimbusJwtDecoder decoder;

    /** Takes which tokens to believe, and where the issuer's keys come from. */
    AccessTokens(TokenSettings settings, String issuer, IssuerKeys keys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ALGORITHMS, new Known(cached(settings, keys), keys)));
        // Spring's validators below look at the claims.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        this.decoder = new NimbusJwtDecoder(processor);
        var time = new JwtTimestampValidator(settings.clockSkew());
        time.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience()))));
    }

    /**
     * Reads a token.
     *
     * @throws BadJwtException where the token is not to be believed
     * @throws IssuerUnavailableException where that cannot be known now
     */
    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException refused) {
            throw refused;
        } catch (JwtException failed) {
            if (Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                    .anyMatch(KeySourceException.class::isInstance)) {
                throw new IssuerUnavailableException(failed);
            }
            throw new BadJwtException("expected a token that can be read, but it cannot", failed);
        }
    }

    private static JWKSource<SecurityContext> cached(TokenSettings settings, IssuerKeys keys) {
        Duration waiting = settings.patience().multipliedBy(2);
        return JWKSourceBuilder.create(keys)
                .cache(settings.keysKeptFor().toMillis(), waiting.toMillis())
                .refreshAheadCache(false)
                .rateLimited(Math.min(
                        PAUSE.toMillis(), settings.keysKeptFor().dividedBy(4).toMillis()))
                .outageTolerant(settings.keysKeptInOutageFor().toMillis())
                .build();
    }

    /** A key that the issuer did not have a moment ago is no key, rather than a reason to ask it again. */
    private record Known(JWKSource<SecurityContext> cached, IssuerKeys keys) implements JWKSource<SecurityContext> {

        @Override
        public List<JWK> get(JWKSelector wanted, SecurityContext context) throws KeySourceException {
            try {
                return cached.get(wanted, context);
            } catch (RateLimitReachedException askedAMomentAgo) {
                if (keys.answered()) {
                    return List.of();
                }
                throw askedAMomentAgo;
            }
        }
    }
}
