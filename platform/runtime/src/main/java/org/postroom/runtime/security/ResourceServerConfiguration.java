package org.postroom.runtime.security;

import java.util.List;
import java.util.stream.Stream;
import org.postroom.runtime.access.AccessTable;
import org.postroom.runtime.limits.ClientLimitFilters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes a service an OAuth 2 resource server: every request needs a token, except the API's own description and the paths that
 * the service has declared open ({@link OpenPath}), and except health and metrics on the management port. Permissions are those in the token and those that the user's roles give, as far as the service has an
 * {@link AccessTable}; one that knows of suspended organisations keeps their users out. A service that defines its own filter chain, as the console does, replaces this one.
 */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableMethodSecurity
@EnableConfigurationProperties({TokenSettings.class, TokenSettings.Issuer.class})
public class ResourceServerConfiguration implements WebMvcConfigurer {

    private final EffectivePermissions permissions;

    /** Takes what the service knows beyond the token, if it does. */
    public ResourceServerConfiguration(ObjectProvider<AccessTable> tables) {
        this.permissions = new EffectivePermissions(tables.getIfAvailable(() -> AccessTable.NOTHING));
    }

    @Bean
    EffectivePermissions effectivePermissions() {
        return permissions;
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder accessTokens(TokenSettings settings, TokenSettings.Issuer issuer) {
        String name = issuer.issuerUri();
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("spring.security.oauth2.resourceserver.jwt.issuer-uri:"
                    + " expected the issuer of access tokens, but it is not set");
        }
        return new AccessTokens(settings, name, new IssuerKeys(name, issuer.jwkSetUri(), settings.patience()));
    }

    @Bean
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    SecurityFilterChain resourceServer(HttpSecurity http, ClientLimitFilters limits, ObjectProvider<OpenPath> open) {
        var refusal = new ProblemOnRefusal();
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(ManagementRequests.OPEN)
                        .permitAll()
                        .requestMatchers(open(open))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(converter()))
                        .authenticationEntryPoint(refusal)
                        .accessDeniedHandler(refusal))
                .addFilterAfter(new StandingFilter(permissions), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(limits.of(request -> SignedInClient.now()), StandingFilter.class)
                .exceptionHandling(handling -> handling.accessDeniedHandler(refusal))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SignedInUserResolver(permissions));
    }

    private static String[] open(ObjectProvider<OpenPath> own) {
        return Stream.concat(Stream.of("/openapi.yaml"), own.stream().map(OpenPath::path))
                .toArray(String[]::new);
    }

    private JwtAuthenticationConverter converter() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(token -> permissions.of(token).stream()
                .<org.springframework.security.core.GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList());
        return converter;
    }
}
