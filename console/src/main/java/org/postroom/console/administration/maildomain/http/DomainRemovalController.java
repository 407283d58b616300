package org.postroom.console.administration.maildomain.http;

import org.postroom.console.administration.maildomain.MailDomain;
import org.postroom.console.gateway.Answer;
import org.postroom.console.signin.http.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Removes a domain: says what stops working, and asks for its name. */
@Page
@RequestMapping(DomainsController.PATH + "/{domainId}/removal")
class DomainRemovalController {

    private final DomainClient domains;

    DomainRemovalController(DomainClient domains) {
        this.domains = domains;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String domainId) {
        return page(domainId, "", "", HttpStatus.OK);
    }

    @PostMapping
    ModelAndView remove(
            @PathVariable String domainId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean despiteOpenInteractions,
            RedirectAttributes flash) {
        Answer<Boolean> answer = domains.remove(domainId, name.strip(), despiteOpenInteractions);
        return answer.fold(
                done -> {
                    flash.addFlashAttribute(
                            "notice", name.strip() + " is removed. No mail is accepted or sent for it any more.");
                    return new ModelAndView("redirect:" + DomainsController.PATH);
                },
                refused -> page(
                        domainId,
                        name,
                        refused.errorsByField().getOrDefault("name", refused.detail()),
                        HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(String domainId, String name, String mistake, HttpStatus status) {
        MailDomain domain = domains.get(domainId);
        var page = new ModelAndView("maildomain/removal", status);
        page.addObject("domain", domain);
        page.addObject("removal", domains.removal(domainId));
        page.addObject("name", name);
        page.addObject("mistake", mistake);
        return page;
    }
}
