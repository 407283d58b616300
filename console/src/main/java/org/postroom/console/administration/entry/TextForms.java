package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.console.administration.entry.EntryKind.Column;
import org.postroom.console.administration.entry.EntryKind.Section;
import org.postroom.console.administration.entry.LongTextField.Look;

/** The forms of texts that agents or replies use. */
final class TextForms {

    private static final int LONG = 8;
    private static final int SHORT = 5;

    static final EntryKind CANNED_RESPONSE = text(
            "canned-responses",
            "Canned responses",
            "canned response",
            "A canned response is an answer that agents put into their replies, and change as they need.",
            "What agents choose it by, for instance Delivery is late.");

    static final EntryKind SIGNATURE = text(
            "signatures",
            "Signatures",
            "signature",
            "A signature stands below every reply of the addresses that use it.",
            "For administrators only.");

    private TextForms() {}

    private static EntryKind text(String plural, String title, String singular, String advice, String nameHint) {
        return new EntryKind(
                plural,
                title,
                singular,
                advice,
                "name",
                List.of(
                        new Section(
                                "",
                                List.of(
                                        new TextField("name", "Name", nameHint),
                                        new ReferenceField(
                                                "libraryId",
                                                "Library",
                                                "What it stands among.",
                                                Source.LIBRARIES,
                                                "none"))),
                        new Section(
                                "Text",
                                List.of(
                                        new LongTextField(
                                                "html",
                                                "In HTML mail",
                                                "Scripts and the like are taken out.",
                                                Look.RICH,
                                                LONG),
                                        new LongTextField(
                                                "text",
                                                "In plain-text mail",
                                                "For readers without HTML.",
                                                Look.PLAIN,
                                                SHORT),
                                        substitutions()))),
                List.of(new Column("Library", "libraryId"), new Column("Text", "text")),
                Set.of(),
                Map.of(),
                List.of());
    }

    private static Field substitutions() {
        return new RowsField(
                "substitutions",
                "Substitutions",
                "Names that stand for values: {{agent.name}} and {{customer.name}} are always known; others have the default.",
                List.of(
                        new RowsField.Column("name", "Name", RowsField.Type.TEXT),
                        new RowsField.Column("description", "Meaning", RowsField.Type.TEXT),
                        new RowsField.Column("defaultValue", "Default", RowsField.Type.TEXT)),
                "substitution");
    }
}
