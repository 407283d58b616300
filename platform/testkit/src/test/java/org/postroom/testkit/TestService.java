package org.postroom.testkit;

import java.util.List;
import java.util.Map;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service: what the runtime promises is tested on it. */
@SpringBootApplication
public class TestService {

    /** Controllers of the smallest service. */
    @RestController
    static class Things {

        @GetMapping("/api/whoami")
        Map<String, Object> whoAmI(SignedInUser user) {
            return Map.of("user", user.userId(), "organisation", user.organisationId());
        }

        @GetMapping("/api/guarded")
        @PreAuthorize("hasAuthority('things:see')")
        List<String> guarded(SignedInUser user) {
            return List.of(user.organisationId());
        }

        @GetMapping("/api/things/{id}")
        String thing(@PathVariable String id) {
            if (id.isBlank() || id.equals("bad")) {
                throw new InvalidFieldException("id", "expected a thing's identifier, but got " + id);
            }
            throw new NotFoundException("thing", id);
        }
    }
}
