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

    private final ServiceClient domainService;

    FlowController(@Qualifier("domainService") ServiceClient domainService) {
        this.domainService = domainService;
    }

    /**
     * Shows the versions, and how two of them differ.
     *
     * @param older the version to compare with; the published one where not given
     * @param newer the version to compare; the newest where not given
     */
    @GetMapping("/versions")
    String versions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long older,
            @RequestParam(required = false) @Nullable Long newer,
            Model model) {
        @Nullable
        Long published = domainService.get(Flow.class, "/api/flows/{id}", id).publishedDefinitionVersion();
        List<FlowVersion> versions = domainService.list(VERSIONS, "/api/flows/{id}/versions", id);
        model.addAttribute("id", id);
        model.addAttribute("versions", versions);
        model.addAttribute("published", published == null ? 0 : published);
        if (!versions.isEmpty()) {
            FlowVersion right = version(versions, newer);
            FlowVersion left = version(
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

    /** The version of this number; the newest where there is none such. */
    private static FlowVersion version(List<FlowVersion> versions, @Nullable Long number) {
        return versions.stream()
                .filter(version -> number != null && version.definitionVersion() == number)
                .findFirst()
                .orElse(versions.getFirst());
    }

    /** What the page asks of a flow in the words of domain-service. */
    record Flow(@Nullable Long publishedDefinitionVersion) {}
}
