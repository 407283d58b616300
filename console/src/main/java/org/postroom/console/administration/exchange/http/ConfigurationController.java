package org.postroom.console.administration.exchange.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.postroom.console.administration.exchange.ImportResult;
import org.postroom.console.gateway.Answer;
import org.postroom.console.gateway.http.ServiceClient;
import org.postroom.console.signin.http.Page;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The whole configuration as one YAML document: to keep elsewhere, to compare, to apply again. */
@Page
@RequestMapping("/administration/configuration")
class ConfigurationController {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);
    private static final String API = "/api/configuration";
    private static final String PAGE = "administration/exchange/configuration";

    private final ServiceClient domainService;

    ConfigurationController(@Qualifier("domainService") ServiceClient domainService) {
        this.domainService = domainService;
    }

    @GetMapping
    ModelAndView page() {
        return new ModelAndView(PAGE, Map.of("document", "", "removeOthers", false, "errors", List.of()));
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export() {
        return ResponseEntity.ok()
                .contentType(YAML)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("postroom-configuration.yaml")
                                .build()
                                .toString())
                .body(domainService.get(byte[].class, API));
    }

    /** Shows what a document would change. */
    @PostMapping
    ModelAndView tryOut(@RequestParam String document, @RequestParam(defaultValue = "false") boolean removeOthers) {
        Answer<ImportResult> answer = send(document, true, removeOthers);
        return answer.fold(
                result -> {
                    var page = new ModelAndView(
                            PAGE, Map.of("document", document, "removeOthers", removeOthers, "errors", List.of()));
                    page.addObject("result", result);
                    return page;
                },
                refused -> refused(document, removeOthers, refused));
    }

    @PostMapping("/apply")
    ModelAndView apply(
            @RequestParam String document,
            @RequestParam(defaultValue = "false") boolean removeOthers,
            RedirectAttributes flash) {
        Answer<ImportResult> answer = send(document, false, removeOthers);
        return answer.fold(
                result -> {
                    int changes = result.changes().size();
                    flash.addFlashAttribute(
                            "notice",
                            changes == 0
                                    ? "Applied. Nothing had to be changed."
                                    : "Applied: " + changes + (changes == 1 ? " entry was" : " entries were")
                                            + " changed.");
                    return new ModelAndView("redirect:/administration/configuration");
                },
                refused -> refused(document, removeOthers, refused));
    }

    private Answer<ImportResult> send(String document, boolean dryRun, boolean removeOthers) {
        return domainService.send(
                YAML,
                document,
                ImportResult.class,
                API + "?dryRun={dryRun}&removeOthers={removeOthers}",
                dryRun,
                removeOthers);
    }

    private static ModelAndView refused(String document, boolean removeOthers, Answer.Refused<ImportResult> refused) {
        var page = new ModelAndView(
                PAGE,
                Map.of("document", document, "removeOthers", removeOthers, "errors", refused.errors()),
                HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("problem", refused.detail());
        return page;
    }
}
