package org.postroom.console.administration.maildomain.http;

import org.postroom.console.gateway.Answer;
import org.postroom.console.signin.http.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys that sign a domain's mail, and their rotation. */
@Page
@RequestMapping(DomainsController.PATH + "/{domainId}/keys")
class DkimController {

    private final DomainClient domains;
    private final SendingClient sending;

    DkimController(DomainClient domains, SendingClient sending) {
        this.domains = domains;
        this.sending = sending;
    }

    @GetMapping
    String keys(@PathVariable String domainId, Model model) {
        addKeys(domainId, model);
        return "maildomain/keys";
    }

    @GetMapping("/now")
    String now(@PathVariable String domainId, Model model) {
        addKeys(domainId, model);
        return "maildomain/keys-now :: now";
    }

    @PostMapping
    String rotate(@PathVariable String domainId, RedirectAttributes flash) {
        Answer<Boolean> answer = sending.rotate(domainId);
        if (answer instanceof Answer.Refused<Boolean> refused) {
            flash.addFlashAttribute("problem", refused.detail());
        } else {
            flash.addFlashAttribute(
                    "notice", "The keys are being rotated: the next one signs as soon as its record is found.");
        }
        return "redirect:" + DomainsController.PATH + "/" + domainId + "/keys";
    }

    private void addKeys(String domainId, Model model) {
        model.addAttribute("domain", domains.get(domainId));
        model.addAttribute("keys", sending.keys(domainId));
    }
}
