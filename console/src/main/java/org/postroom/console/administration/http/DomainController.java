package org.postroom.console.administration.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.AdministrationReadModel;
import org.postroom.console.administration.DomainStatus;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mail domains: add one, publish its records, watch each turn green. */
@Page
@RequestMapping("/administration/domains")
class DomainController {

    private static final String API = "/api/domains";

    private final ServiceClient domainService;
    private final VerificationClient verification;
    private final AdministrationReadModel readModel;

    DomainController(
            @Qualifier("domainService") ServiceClient domainService,
            VerificationClient verification,
            AdministrationReadModel readModel) {
        this.domainService = domainService;
        this.verification = verification;
        this.readModel = readModel;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal ConsoleUser visitor) {
        return list(visitor, "", "", HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(@AuthenticationPrincipal ConsoleUser visitor, @RequestParam String name) {
        Answer<Domain> answer = domainService.send(HttpMethod.POST, Domain.class, Map.of("name", name.strip()), API);
        return answer.fold(
                domain -> new ModelAndView("redirect:/administration/domains/" + domain.id()),
                refused -> list(
                        visitor,
                        name,
                        refused.errorsByField().getOrDefault("name", refused.detail()),
                        HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/{domainId}")
    String page(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String domainId, Model model) {
        model.addAttribute("domain", find(visitor, domainId));
        return "administration/domain";
    }

    @GetMapping("/{domainId}/records")
    String records(@AuthenticationPrincipal ConsoleUser visitor, @PathVariable String domainId, Model model) {
        model.addAttribute("domain", find(visitor, domainId));
        return "administration/domain-records :: records";
    }

    @PostMapping("/{domainId}/checks")
    String check(@PathVariable String domainId, RedirectAttributes flash) {
        Answer<Boolean> answer = verification.checkNow(domainId);
        if (answer instanceof Answer.Refused<Boolean> refused) {
            flash.addFlashAttribute("problem", refused.detail());
        } else {
            flash.addFlashAttribute("notice", "DNS is being asked now; this page shows what it answers.");
        }
        return "redirect:/administration/domains/" + domainId;
    }

    @PostMapping("/{domainId}/remove")
    String remove(@PathVariable String domainId, RedirectAttributes flash) {
        Answer<Boolean> answer = domainService.ask(HttpMethod.DELETE, null, API + "/{id}", domainId);
        if (answer instanceof Answer.Refused<Boolean> refused) {
            flash.addFlashAttribute("problem", refused.detail());
            return "redirect:/administration/domains/" + domainId;
        }
        flash.addFlashAttribute("notice", "Removed. No mail is accepted or sent for it any more.");
        return "redirect:/administration/domains";
    }

    private ModelAndView list(ConsoleUser visitor, String name, String error, HttpStatus status) {
        var page = new ModelAndView("administration/domains", status);
        page.addObject("domains", readModel.domains(visitor.organisationId()));
        page.addObject("name", name);
        page.addObject("error", error);
        return page;
    }

    /** The domain as the log tells it; one whose first event has not arrived yet as the service tells it. */
    private DomainStatus find(ConsoleUser visitor, String domainId) {
        return readModel.domain(visitor.organisationId(), domainId).orElseGet(() -> {
            Domain added = domainService.get(Domain.class, API + "/{id}", domainId);
            var pending = new DomainStatus.Direction("PENDING", null);
            return new DomainStatus(added.id(), String.valueOf(added.name()), pending, pending, null, List.of());
        });
    }

    /** A domain in the words of domain-service. */
    record Domain(String id, @Nullable String name) {}
}
