package org.postroom.runtime.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.postroom.runtime.security.SignedInUser;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Describes a service's REST API, served as {@code /openapi.yaml}: its name and {@code postroom.api.description}, the
 * token that it wants, and the problems that it answers with.
 */
@AutoConfiguration
@ConditionalOnClass(OperationCustomizer.class)
public class OpenApiConfiguration {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request cannot be read.",
            "401", "There is no valid token.",
            "403", "The user lacks a permission for this, or the organisation is suspended.",
            "404", "It does not exist in the caller's organisation.",
            "409", "The present state does not allow it.",
            "413", "The body has more octets than the operation takes.",
            "422", "Fields of the request are wrong.",
            "429",
                    "It was asked for too often, by the user or the whole organisation, or too soon again; Retry-After says when it may be.",
            "503", "A part that it needs cannot be reached just now.");

    /** Makes the configuration; Spring does. */
    public OpenApiConfiguration() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedInUser.class);
    }

    /** Every operation may be answered by a problem; which one, the problem itself says. */
    @Bean
    OperationCustomizer problems() {
        return (operation, handler) -> {
            PROBLEMS.forEach((status, meaning) -> {
                if (!operation.getResponses().containsKey(status)) {
                    operation.getResponses().addApiResponse(status, problem(meaning));
                }
            });
            return operation;
        };
    }

    private static ApiResponse problem(String meaning) {
        return new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .description("What is wrong (RFC 9457).")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("In the form \"expected …, but …\"."))
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("rule", new StringSchema()))
                                .description("All fields of the request that are wrong."));
    }

    @Bean
    OpenAPI openApi(
            @Value("${spring.application.name}") String service,
            @Value("${postroom.api.description}") String description) {
        return new OpenAPI()
                .info(new Info().title("Postroom " + service).version("0.1.0").description(description))
                .components(new Components()
                        .addSchemas(PROBLEM, problemSchema())
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
