package org.postroom.console.gateway.http;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

/** One client for each service; each passes the user's access token on and renews it when it has expired. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    private static final String REGISTRATION = "postroom";

    @Bean
    OAuth2AuthorizedClientManager authorizedClientManager(
            ClientRegistrationRepository registrations, OAuth2AuthorizedClientRepository clients) {
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return manager;
    }

    @Bean
    ServiceClient domainService(
            RestClient.Builder builder, ServiceSettings settings, OAuth2AuthorizedClientManager tokens) {
        return client("domain-service", settings.domain(), builder, settings, tokens);
    }

    @Bean
    ServiceClient verificationService(
            RestClient.Builder builder, ServiceSettings settings, OAuth2AuthorizedClientManager tokens) {
        return client("verification-service", settings.verification(), builder, settings, tokens);
    }

    @Bean
    ServiceClient routingService(
            RestClient.Builder builder, ServiceSettings settings, OAuth2AuthorizedClientManager tokens) {
        return client("routing-service", settings.routing(), builder, settings, tokens);
    }

    @Bean
    ServiceClient inboundService(
            RestClient.Builder builder, ServiceSettings settings, OAuth2AuthorizedClientManager tokens) {
        return client("inbound-mail-service", settings.inbound(), builder, settings, tokens);
    }

    @Bean
    ServiceClient outboundService(
            RestClient.Builder builder, ServiceSettings settings, OAuth2AuthorizedClientManager tokens) {
        return client("outbound-mail-service", settings.outbound(), builder, settings, tokens);
    }

    private static ServiceClient client(
            String service,
            URI address,
            RestClient.Builder builder,
            ServiceSettings settings,
            OAuth2AuthorizedClientManager tokens) {
        var relay = new OAuth2ClientHttpRequestInterceptor(tokens);
        relay.setClientRegistrationIdResolver(request -> REGISTRATION);
        return ServiceClient.of(service, address, settings, builder.clone().requestInterceptor(relay));
    }
}
