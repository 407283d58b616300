package org.postroom.console.administration.entry.http;

import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.entry.Entry;
import org.postroom.console.administration.entry.Kinds;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a mail system redirects an address's mail to, where the domain receives by redirect. */
@Page
class RedirectTargetController {

    private final EntryService entries;
    private final ServiceClient verification;

    RedirectTargetController(EntryService entries, @Qualifier("verificationService") ServiceClient verification) {
        this.entries = entries;
        this.verification = verification;
    }

    @GetMapping("/administration/addresses/{id}/redirect-target")
    String target(@PathVariable String id, Model model) {
        Entry address = entries.get(Kinds.of("addresses"), id);
        model.addAttribute("address", address.text("address"));
        model.addAttribute(
                "target",
                verification
                        .find(Verification.class, "/api/domains/{id}/verification", address.text("domainId"))
                        .map(domain ->
                                domain.redirects() ? address.text("localPart") + "." + domain.redirectAddress() : "")
                        .orElse(""));
        return "administration/entry/redirect-target :: target";
    }

    /** What the page asks of a domain in the words of verification-service. */
    record Verification(
            @Nullable String receivingWay, @Nullable String redirectAddress) {

        boolean redirects() {
            return "REDIRECT".equals(receivingWay) && redirectAddress != null;
        }
    }
}
