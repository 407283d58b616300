package org.postroom.console.administration.audit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.audit.AuditLine;
import org.postroom.console.administration.entry.EntryKind;
import org.postroom.console.administration.entry.Kinds;
import org.postroom.console.administration.entry.http.EntryOptions;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who changed what, when, from what to what. */
@Page
@RequestMapping("/administration/audit")
class AuditController {

    private static final int PAGE = 50;

    private final ServiceClient domainService;
    private final EntryOptions options;

    AuditController(@Qualifier("domainService") ServiceClient domainService, EntryOptions options) {
        this.domainService = domainService;
        this.options = options;
    }

    /**
     * Shows the newest changes.
     *
     * @param kind only of this kind of entry; empty for all
     * @param id only of this entry; empty for all
     * @param before only those before this place of the trail; empty from the newest on
     */
    @GetMapping
    String newest(
            @AuthenticationPrincipal ConsoleUser visitor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String before,
            Model model) {
        Trail trail = ask(kind, id, before);
        model.addAttribute("lines", trail.entries());
        model.addAttribute("next", trail.next() == null ? "" : String.valueOf(trail.next()));
        model.addAttribute("kinds", kinds());
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("options", options.of(visitor));
        return "administration/audit/audit";
    }

    private Trail ask(String kind, String id, String before) {
        var path = new StringBuilder("/api/audit?limit=").append(PAGE);
        List<Object> given = new ArrayList<>();
        add(path, given, "kind", kind);
        add(path, given, "id", id);
        add(path, given, "before", before);
        return domainService.get(Trail.class, path.toString(), given.toArray());
    }

    private static void add(StringBuilder path, List<Object> given, String name, String value) {
        if (!value.isBlank()) {
            path.append('&').append(name).append("={").append(name).append('}');
            given.add(value.strip());
        }
    }

    private static List<String> kinds() {
        return Stream.concat(
                        Stream.of("organisation", "domain"),
                        Kinds.all().stream().map(EntryKind::key))
                .sorted()
                .toList();
    }

    /** A part of the trail in the words of domain-service. */
    record Trail(List<AuditLine> entries, @Nullable Long next) {}
}
