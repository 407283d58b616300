package org.postroom.console.signin.http;

import static org.postroom.console.signin.Permissions.HANDLE_EMAIL;
import static org.postroom.console.signin.Permissions.MANAGE_DIRECTORY;
import static org.postroom.console.signin.Permissions.MANAGE_EMAIL;
import static org.postroom.console.signin.Permissions.OPERATE;
import static org.postroom.console.signin.Permissions.SUPERVISE;
import static org.postroom.console.signin.Permissions.VIEW_AUDIT;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.runtime.limits.ClientLimitFilters;
import org.postroom.runtime.security.EffectivePermissions;
import org.postroom.runtime.security.ManagementRequests;
import org.postroom.runtime.security.ProblemOnRefusal;
import org.postroom.runtime.security.SignedInClient;
import org.postroom.runtime.security.StandingFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Two doors: bearer tokens for the API, sessions from the identity provider for the pages. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN_TO_ALL = {"/openapi.yaml", "/webjars/**", "/assets/**", "/error"};

    private static final String[] EMAIL_PAGES = {
        "/administration/domains/**",
        "/administration/addresses/**",
        "/administration/mailboxes/**",
        "/administration/smtp-servers/**"
    };

    /** Scripts only from files of our own; styles also inline, which the reply editor needs. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'self'; form-action 'self' ";

    @Bean
    ClientRegistrationRepository clientRegistrations(SignInSettings settings) {
        return new LazyClientRegistrations(settings);
    }

    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, EffectivePermissions permissions, ClientLimitFilters limits) {
        var refusal = new ProblemOnRefusal();
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/kept-aside-mails", "/api/queues/**")
                        .hasAuthority(SUPERVISE)
                        .anyRequest()
                        .hasAnyAuthority(HANDLE_EMAIL, SUPERVISE))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(permissions(permissions)))
                                .authenticationEntryPoint(refusal)
                                .accessDeniedHandler(refusal))
                .exceptionHandling(handling -> handling.accessDeniedHandler(refusal))
                .addFilterAfter(new StandingFilter(permissions), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(limits.of(request -> SignedInClient.now()), StandingFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInSettings settings,
            ClientRegistrationRepository registrations,
            JwtDecoder accessTokens,
            EffectivePermissions permissions,
            ClientLimitFilters limits) {
        var visitors = new Visitors(OPEN_TO_ALL);
        var signOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        signOut.setPostLogoutRedirectUri("{baseUrl}/");
        return http.authorizeHttpRequests(SecurityConfiguration::guardPages)
                .oauth2Login(login -> login.loginPage(SignInEntry.SIGN_IN_PATH)
                        .userInfoEndpoint(user -> user.oidcUserService(new ConsoleUsers(accessTokens, permissions))))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new SignInEntry()))
                .addFilterBefore(new StandingGate(permissions, OPEN_TO_ALL), AuthorizationFilter.class)
                .addFilterBefore(limits.of(visitors::visiting), AuthorizationFilter.class)
                .addFilterBefore(limits.of(visitors::signingIn), OAuth2AuthorizationRequestRedirectFilter.class)
                .logout(logout -> logout.logoutSuccessHandler(signOut))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY + settings.origin()))
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    private static void guardPages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(ManagementRequests.OPEN)
                .permitAll()
                .requestMatchers(OPEN_TO_ALL)
                .permitAll()
                .requestMatchers(EMAIL_PAGES)
                .access(may(MANAGE_EMAIL))
                .requestMatchers("/administration/organisations/**")
                .access(may(OPERATE))
                .requestMatchers("/administration/audit/**")
                .access(may(VIEW_AUDIT))
                .requestMatchers("/live/domains/**")
                .access(may(MANAGE_EMAIL))
                .requestMatchers("/administration/**")
                .access(may(MANAGE_DIRECTORY))
                .requestMatchers("/supervision/**", "/live/queues")
                .access(may(SUPERVISE))
                .requestMatchers(HttpMethod.GET, "/interactions/**", "/live/interactions/**")
                .access(may(HANDLE_EMAIL, SUPERVISE))
                .requestMatchers("/desk/**", "/interactions/**", "/live/desk")
                .access(may(HANDLE_EMAIL))
                .anyRequest()
                .authenticated();
    }

    /** Lets in who has one of the permissions at the moment of the request: a role may have given or taken it since. */
    private static AuthorizationManager<RequestAuthorizationContext> may(String... permissions) {
        return (authentication, context) ->
                new AuthorizationDecision(authentication.get().getPrincipal() instanceof ConsoleUser visitor
                        && Arrays.stream(permissions).anyMatch(visitor::may));
    }

    private static JwtAuthenticationConverter permissions(EffectivePermissions permissions) {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(token -> permissions.of(token).stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .collect(Collectors.toList()));
        return converter;
    }
}
