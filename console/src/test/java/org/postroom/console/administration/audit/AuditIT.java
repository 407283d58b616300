package org.postroom.console.administration.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;

class AuditIT extends OpenConsole {

    @Test
    void showsWhoChangedWhatFromWhatToWhat() {
        Visit ada = Visit.of(port, "ada", Facts.id("acme"), "audit:view");
        Services.running().answer("GET", "/api/audit?limit=50&kind=queue", 200, """
                {"entries":[{"sequence":7,"changedAt":"2026-11-22T10:00:00Z","changedBy":"ben","kind":"queue","id":"q1",
                  "label":"Support","action":"CHANGED","version":2,
                  "changes":[{"field":"evaluationMethod","from":"ALL_SKILLS","to":"DISREGARD_SKILLS"}]}],"next":7}""");

        Document page = ada.page("/administration/audit?kind=queue");

        assertThat(page.select("[data-testid=audit-7]").text())
                .contains("ben", "changed the queue", "Support", "How agents are chosen")
                .contains("only those with all skills, at the levels asked for", "any member");
        assertThat(page.select("[data-testid=next]").attr("href")).contains("before=7", "kind=queue");
    }

    @Test
    void isOnlyForThoseWhoMayViewIt() {
        Visit ada = Visit.of(port, "ada", Facts.id("acme"), "directory:manage");

        assertThat(ada.get("/administration/audit").statusCode()).isEqualTo(403);
    }
}
