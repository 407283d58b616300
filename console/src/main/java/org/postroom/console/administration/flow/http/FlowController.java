package org.postroom.console.administration.flow.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.flow.FlowVersion;
import org.postroom.console.administration.flow.LineDiff;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of a flow: how they differ, and which one mail follows. */
@Page
@RequestMapping("/administration/flows/{id}")
class FlowController {

    private static final ParameterizedTypeReference<List<FlowVersion>> VERSIONS = new ParameterizedTypeReference<>() {};

    private static final int PAGE = 50;

    private final ServiceClient domainService;

    FlowController(@Qualifier("domainService") ServiceClient domainService) {
        this.domainService = domainService;
    }

    /**
     * Shows the versions, and how two of them differ.
     *
     * @param older the version to compare with; the published one where not given
     * @param newer the version to compare; the newest where not given
     * @param before shows those below this version; the newest where not given
     */
    @GetMapping("/versions")
    String versions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long older,
            @RequestParam(required = false) @Nullable Long newer,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        @Nullable
        Long published = domainService.get(Flow.class, "/api/flows/{id}", id).publishedDefinitionVersion();
        List<FlowVersion> found = versions(id, before, PAGE + 1);
        List<FlowVersion> versions = found.subList(0, Math.min(found.size(), PAGE));
        model.addAttribute("next", found.size() > PAGE ? versions.getLast().definitionVersion() : 0);
        model.addAttribute("id", id);
        model.addAttribute("versions", versions);
        model.addAttribute("published", published == null ? 0 : published);
        if (!versions.isEmpty()) {
            FlowVersion right = version(id, versions, newer);
            FlowVersion left = version(
                    id,
                    versions,
                    Objects.requireNonNullElse(older, published == null ? right.definitionVersion() - 1 : published));
            model.addAttribute("newer", right.definitionVersion());
            model.addAttribute("older", left.definitionVersion());
            model.addAttribute("difference", LineDiff.between(left.definition(), right.definition()));
        }
        return "administration/flow/versions :: versions";
    }

    @PostMapping("/publication")
    String publish(@PathVariable String id, @RequestParam long definitionVersion, RedirectAttributes flash) {
        Answer<Boolean> answer = domainService.ask(
                HttpMethod.POST, Map.of("definitionVersion", definitionVersion), "/api/flows/{id}/publication", id);
        if (answer instanceof Answer.Refused<Boolean> refused) {
            flash.addFlashAttribute("problem", refused.detail());
        } else {
            flash.addFlashAttribute("notice", "Version " + definitionVersion + " is published. Mail follows it now.");
        }
        return "redirect:/administration/flows/" + id;
    }

    /** The version of this number, which may be on another part of the list; the first one here where there is none such. */
    private FlowVersion version(String id, List<FlowVersion> versions, @Nullable Long number) {
        if (number == null) {
            return versions.getFirst();
        }
        return versions.stream()
                .filter(version -> version.definitionVersion() == number)
                .findFirst()
                .or(() -> versions(id, number + 1, 1).stream()
                        .filter(version -> version.definitionVersion() == number)
                        .findFirst())
                .orElse(versions.getFirst());
    }

    private List<FlowVersion> versions(String id, @Nullable Long before, int limit) {
        String path = "/api/flows/{id}/versions?limit={limit}";
        return before == null
                ? domainService.list(VERSIONS, path, id, limit)
                : domainService.list(VERSIONS, path + "&before={before}", id, limit, before);
    }

    /** What the page asks of a flow in the words of domain-service. */
    record Flow(@Nullable Long publishedDefinitionVersion) {}
}
