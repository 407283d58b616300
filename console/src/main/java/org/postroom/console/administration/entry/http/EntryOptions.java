package org.postroom.console.administration.entry.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.entry.EntryNames;
import org.postroom.console.administration.entry.Options;
import org.postroom.console.administration.entry.Standards;
import org.postroom.console.gateway.ForbiddenException;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.ConsoleUser;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** What a visitor may choose in forms: names from the log, permissions from domain-service, time zones from the standard. */
@Component
public class EntryOptions {

    private static final ParameterizedTypeReference<List<Permission>> PERMISSIONS =
            new ParameterizedTypeReference<>() {};

    private final EntryNames names;
    private final ServiceClient domainService;

    EntryOptions(EntryNames names, @Qualifier("domainService") ServiceClient domainService) {
        this.names = names;
        this.domainService = domainService;
    }

    /** The options for this visitor. */
    public Options of(ConsoleUser visitor) {
        return new Options(source -> switch (source) {
            case PERMISSIONS -> permissions();
            case TIME_ZONES -> Standards.timeZones();
            case LANGUAGES -> Standards.languages();
            default -> names.of(visitor.organisationId(), source);
        });
    }

    private Map<String, String> permissions() {
        Map<String, String> permissions = new LinkedHashMap<>();
        try {
            domainService.list(PERMISSIONS, "/api/permissions").stream()
                    .filter(permission -> !Boolean.FALSE.equals(permission.givenByRoles()))
                    .forEach(permission -> permissions.put(permission.name(), permission.meaning()));
        } catch (ForbiddenException forbidden) {
            // Who may not manage the directory sees the permissions' own names.
            return Map.of();
        }
        return permissions;
    }

    /** A permission in the words of domain-service. */
    record Permission(String name, String meaning, @Nullable Boolean givenByRoles) {}
}
