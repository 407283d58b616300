package org.postroom.domain.content;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.Fields;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows how a canned response or a signature would look in a mail; nothing is kept. */
@RestController
@RequestMapping("/api/substitution-preview")
@PreAuthorize("hasAuthority('directory:manage')")
class PreviewController {

    private final HtmlCleaner cleaner;

    PreviewController(HtmlCleaner cleaner) {
        this.cleaner = cleaner;
    }

    @PostMapping
    Preview preview(@RequestBody PreviewRequest request) {
        var fields = new Fields();
        var content = SubstitutionJson.content(
                fields,
                cleaner,
                Objects.requireNonNullElse(request.html(), ""),
                Objects.requireNonNullElse(request.text(), ""),
                request.substitutions());
        Map<String, String> values = Objects.requireNonNullElse(request.values(), Map.of());
        return fields.whole(() -> Preview.of(content.get(), values));
    }

    /**
     * What is to be shown.
     *
     * @param html the form for HTML mail
     * @param text the form for plain-text mail
     * @param substitutions the names that stand for values
     * @param values the values to put in, by name
     */
    record PreviewRequest(
            @Nullable String html,
            @Nullable String text,
            @Nullable List<SubstitutionJson> substitutions,
            @Nullable Map<String, String> values) {}
}
