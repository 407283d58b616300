package org.postroom.console.administration.maildomain.http;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.maildomain.HeldReply;
import org.postroom.console.administration.maildomain.MailDomain;
import org.postroom.console.administration.maildomain.Verification;
import org.postroom.console.administration.maildomain.Way;
import org.postroom.console.gateway.Answer;
import org.postroom.console.signin.http.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A mail domain: the records to publish beside what was found, following by itself; what hangs on them. */
@Page
@RequestMapping(DomainsController.PATH + "/{domainId}")
class DomainPageController {

    private static final int SHOWN_HELD = 100;

    private static final int HISTORY = 20;

    private final DomainClient domains;
    private final VerificationClient verification;
    private final SendingClient sending;
    private final Clock clock;

    DomainPageController(DomainClient domains, VerificationClient verification, SendingClient sending, Clock clock) {
        this.domains = domains;
        this.verification = verification;
        this.sending = sending;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String domainId, Model model) {
        addState(domainId, model);
        return "maildomain/records";
    }

    @GetMapping("/now")
    String now(@PathVariable String domainId, Model model) {
        addState(domainId, model);
        return "maildomain/records-now :: now";
    }

    /** Asks for a check. Its button then says when the next may be asked for; what is found comes by the live page. */
    @PostMapping("/checks")
    String check(
            @PathVariable String domainId,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            RedirectAttributes flash) {
        Answer<Boolean> answer = verification.checkNow(domainId);
        String notice =
                answer.fold(done -> "DNS is being asked now; this page shows what it answers.", Answer.Refused::detail);
        if (htmx == null) {
            flash.addFlashAttribute(answer instanceof Answer.Done<Boolean> ? "notice" : "problem", notice);
            return "redirect:" + DomainsController.PATH + "/" + domainId;
        }
        MailDomain domain = domains.get(domainId);
        model.addAttribute("domain", domain);
        model.addAttribute("now", clock.instant());
        model.addAttribute("allowedAt", allowedAt(answer, verification.of(domainId)));
        model.addAttribute("answer", notice);
        return "maildomain/frame :: check";
    }

    @GetMapping("/history")
    String history(@PathVariable String domainId, @RequestParam(defaultValue = "") String before, Model model) {
        var checks = verification.checks(domainId, before, HISTORY);
        model.addAttribute("domain", domains.get(domainId));
        model.addAttribute("checks", checks);
        model.addAttribute(
                "older",
                checks.size() == HISTORY ? String.valueOf(checks.getLast().sequence()) : "");
        return "maildomain/history";
    }

    @GetMapping("/instructions")
    String instructions(@PathVariable String domainId, Model model) {
        model.addAttribute("domain", domains.get(domainId));
        model.addAttribute("text", verification.instructions(domainId));
        return "maildomain/instructions";
    }

    @GetMapping("/zone-file")
    ResponseEntity<String> zoneFile(@PathVariable String domainId) {
        String file = domains.get(domainId).name() + ".zone";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(verification.zoneFile(domainId));
    }

    private void addState(String domainId, Model model) {
        MailDomain domain = domains.get(domainId);
        Verification state = verification.of(domainId);
        model.addAttribute("domain", domain);
        model.addAttribute("verification", state);
        model.addAttribute("addresses", domains.addresses(domainId));
        List<HeldReply> held = sending.held(SHOWN_HELD + 1);
        model.addAttribute("held", held.subList(0, Math.min(held.size(), SHOWN_HELD)));
        model.addAttribute("moreHeld", held.size() > SHOWN_HELD);
        model.addAttribute("policy", Way.label(Way.WHEN_UNVERIFIED, domain.whenUnverified()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("allowedAt", Objects.requireNonNullElse(state.checkAllowedAt(), Instant.EPOCH));
        model.addAttribute("answer", "");
    }

    /** When the next check may be asked for: what the service says in refusing goes before what it said earlier. */
    private Instant allowedAt(Answer<Boolean> answer, Verification state) {
        if (answer instanceof Answer.Refused<Boolean> refused && refused.retryAfter() != null) {
            return clock.instant().plus(refused.retryAfter());
        }
        return Objects.requireNonNullElse(state.checkAllowedAt(), Instant.EPOCH);
    }
}
