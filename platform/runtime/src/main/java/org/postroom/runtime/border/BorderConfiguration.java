package org.postroom.runtime.border;

import org.postroom.runtime.problem.ProblemResponse;
import org.postroom.runtime.text.StorableJson;
import org.postroom.runtime.text.StorableText;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Refuses text that could not be stored at the border: in JSON by its field, in the fields of forms and in addresses. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class BorderConfiguration {

    /** Makes the configuration; Spring does. */
    public BorderConfiguration() {}

    @Bean
    StorableJson storableJson() {
        return new StorableJson();
    }

    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(StorableText::isStorable);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejectedRequests() {
        return (request, response, rejected) -> {
            if (ProblemResponse.isForPeople(request)) {
                response.sendError(HttpStatus.BAD_REQUEST.value());
                return;
            }
            ProblemResponse.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "expected an address and fields without control characters, but got some");
        };
    }
}
