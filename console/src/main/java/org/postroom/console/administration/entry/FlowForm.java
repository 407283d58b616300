package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.console.administration.entry.EntryKind.Column;
import org.postroom.console.administration.entry.EntryKind.Section;
import org.postroom.console.administration.entry.LongTextField.Look;

/** The form of a flow. */
final class FlowForm {

    private static final int LINES = 16;

    static final EntryKind KIND = new EntryKind(
            "flows",
            "Flows",
            "flow",
            "A flow decides about mail by rules: from whom, about what, at what time. Most addresses need none.",
            "name",
            List.of(new Section(
                    "",
                    List.of(
                            new TextField("name", "Name", "For instance Triage."),
                            new ReferenceField(
                                    "fallbackQueueId",
                                    "Fallback queue",
                                    "Where mail goes that the flow cannot decide on, and all mail until a definition is published.",
                                    Source.QUEUES,
                                    ""),
                            new LongTextField(
                                    "definition",
                                    "Definition",
                                    "Steps, as YAML: from the top, each whose condition holds is done, until one sends the mail somewhere."
                                            + " For instance: steps: [{when: 'subject.contains(\"invoice\")', transfer: Billing}]."
                                            + " Each saved change is a new version; mail follows the published one.",
                                    Look.CODE,
                                    LINES)))),
            List.of(
                    new Column("Fallback queue", "fallbackQueueId"),
                    new Column("Published version", "publishedDefinitionVersion")),
            Set.of(),
            Map.of(),
            List.of("trial", "versions"));

    private FlowForm() {}
}
