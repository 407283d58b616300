package org.postroom.console.administration.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;

/** A flow is tried on a mail from its page, as it stands in the form. */
class FlowTrialIT extends OpenConsole {

    private static final String PAGE = "/administration/flows/f1";
    private static final String FLOW = "{\"id\":\"f1\",\"version\":1,\"name\":\"Triage\",\"fallbackQueueId\":\"q7\","
            + "\"definition\":\"steps: []\",\"definitionVersion\":1}";

    private final String organisation = Facts.id("acme");

    @Test
    void tellsWhereAMailWouldGoAndByWhichSteps() {
        Services.running().answer("GET", "/api/flows/f1", 200, FLOW);
        Services.running()
                .answer("GET", "/api/queues/q7", 200, "{\"id\":\"q7\",\"version\":1,\"name\":\"Complaints\"}");
        Services.running().answer("POST", "/api/flows/f1/trial", 200, """
                {"outcome":"TRANSFERRED","queueId":"q7","priority":30,"skills":[],"attributes":{"Reason":"complaint"},
                 "path":[{"flowId":"f1","step":1,"name":"Spam","matched":false},
                         {"flowId":"f1","step":2,"matched":true}]}""");

        assertThat(ada().page(PAGE + "/trial").select("form [name=message]")).hasSize(1);
        Document result =
                tried(Map.of("definition", "steps: [{priority: 30}]", "subject", "A complaint", "to", "a@x, b@x"));

        assertThat(text(result, "trial-outcome")).isEqualTo("The mail would go to the queue Complaints.");
        assertThat(text(result, "trial-path")).isEqualTo("passed over Step 1: Spam done Step 2");
        assertThat(result.text()).contains("Priority: 30 minutes.", "Reason: complaint");
        assertThat(Services.running().asked("/api/flows/f1/trial").getLast().body())
                .contains("\"definition\":\"steps: [{priority: 30}]\"", "\"subject\":\"A complaint\"")
                .contains("\"to\":[\"a@x\",\"b@x\"]");
    }

    @Test
    void tellsWhyAFlowWouldEndAMailOrBreakOff() {
        Services.running().answer("GET", "/api/flows/f1", 200, FLOW);
        Services.running().answer("POST", "/api/flows/f1/trial", 200, """
                {"outcome":"DISCONNECTED","explanation":"Nobody reads this","priority":0,"skills":[],"attributes":{},"path":[]}""");
        assertThat(text(tried(Map.of("message", "Subject: x")), "trial-outcome"))
                .isEqualTo("The flow would end the mail: Nobody reads this.");

        Services.running().answer("POST", "/api/flows/f1/trial", 422, """
                {"status":422,"detail":"A field of the request is not valid.",
                 "errors":[{"field":"definition","rule":"steps[0].when: expected a fact, but there is none called subjct"}]}""");
        assertThat(text(tried(Map.of("definition", "steps: [{when: subjct}]")), "trial-result"))
                .isEqualTo("steps[0].when: expected a fact, but there is none called subjct");
    }

    private Document tried(Map<String, String> fields) {
        return Jsoup.parse(
                new String(ada().post(PAGE + "/trial", PAGE + "/trial", fields).body(), StandardCharsets.UTF_8));
    }

    private Visit ada() {
        return Visit.of(port, "ada", organisation, "directory:manage");
    }

    private static String text(Document page, String testId) {
        return page.select("[data-testid=" + testId + "]").text();
    }
}
