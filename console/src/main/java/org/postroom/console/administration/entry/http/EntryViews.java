package org.postroom.console.administration.entry.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.entry.Conflict;
import org.postroom.console.administration.entry.Difference;
import org.postroom.console.administration.entry.Entry;
import org.postroom.console.administration.entry.EntryForm;
import org.postroom.console.administration.entry.EntryKind;
import org.postroom.console.administration.entry.Options;
import org.postroom.console.administration.scan.ScanEngines;
import org.postroom.console.signin.ConsoleUser;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages that every kind of entry has. */
@Component
class EntryViews {

    /** The kind beside which it is said who looks at the mail. */
    private static final String MAIL_RULES = "mail-rules";

    private final EntryOptions options;
    private final EntryJson json;
    private final ScanEngines scanEngines;

    EntryViews(EntryOptions options, EntryJson json, ScanEngines scanEngines) {
        this.options = options;
        this.json = json;
        this.scanEngines = scanEngines;
    }

    Options options(ConsoleUser visitor) {
        return options.of(visitor);
    }

    ModelAndView list(ConsoleUser visitor, EntryKind kind, String query, EntryService.Part part) {
        Options names = options.of(visitor);
        List<Line> lines = part.entries().stream()
                .map(entry -> new Line(String.valueOf(entry.id()), kind.label(entry), kind.cells(entry, names)))
                .toList();
        var page = new ModelAndView(
                "administration/entry/list", Map.of("kind", kind, "lines", lines, "query", query, "next", part.next()));
        if (kind.plural().equals(MAIL_RULES)) {
            page.addObject("scanShown", true);
            page.addObject("scan", scanEngines.newest(visitor.organisationId()).orElse(null));
        }
        return page;
    }

    /** The form as it was opened. */
    ModelAndView form(ConsoleUser visitor, EntryKind kind, Entry entry, @Nullable Entry base) {
        return form(visitor, kind, entry, base, Map.of(), "", HttpStatus.OK);
    }

    /** The form with what is wrong. */
    ModelAndView form(
            ConsoleUser visitor,
            EntryKind kind,
            Entry entry,
            @Nullable Entry base,
            Map<String, String> errors,
            String problem,
            HttpStatus status) {
        var page = new ModelAndView("administration/entry/form", status);
        page.addObject("kind", kind);
        page.addObject("form", new EntryForm(kind, entry, base, errors, options.of(visitor)));
        if (!problem.isEmpty()) {
            page.addObject("problem", problem);
        }
        page.addObject("baseJson", base == null ? "" : json.write(base));
        return page;
    }

    /** What is wrong while one types, and what saving would change. */
    ModelAndView check(
            ConsoleUser visitor,
            EntryKind kind,
            Entry entry,
            Map<String, String> errors,
            List<Difference> differences) {
        var part = new ModelAndView("administration/entry/check :: check");
        part.addObject("kind", kind);
        part.addObject("form", new EntryForm(kind, entry, null, errors, options.of(visitor)));
        part.addObject("differences", differences);
        return part;
    }

    /** What saving will change, to be confirmed. */
    ModelAndView review(EntryKind kind, Entry entry, Entry base, List<Difference> differences) {
        var page = new ModelAndView("administration/entry/review");
        page.addObject("kind", kind);
        page.addObject("entry", entry);
        page.addObject("label", kind.label(base));
        page.addObject("differences", differences);
        page.addObject("valuesJson", json.write(entry));
        page.addObject("baseJson", json.write(base));
        return page;
    }

    /** Both versions, side by side. */
    ModelAndView conflict(ConsoleUser visitor, Conflict conflict) {
        var page = new ModelAndView("administration/entry/conflict", HttpStatus.CONFLICT);
        page.addObject("kind", conflict.kind());
        page.addObject("conflict", conflict);
        page.addObject("lines", conflict.lines(options.of(visitor)));
        page.addObject("label", conflict.kind().label(conflict.theirs()));
        page.addObject("mineJson", json.write(conflict.mine()));
        page.addObject("baseJson", json.write(conflict.base()));
        return page;
    }

    /**
     * One line of a list.
     *
     * @param id the entry
     * @param label its name
     * @param cells the other columns
     */
    record Line(String id, String label, List<String> cells) {}
}
