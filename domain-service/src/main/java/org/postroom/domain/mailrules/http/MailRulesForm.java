package org.postroom.domain.mailrules.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.mailrules.AutomaticMail;
import org.postroom.domain.mailrules.ForgedMail;
import org.postroom.domain.mailrules.MailRules;
import org.springframework.stereotype.Component;

/** The rules for mail in JSON. */
@Component
final class MailRulesForm extends ReadableForm<MailRules, MailRulesJson> {

    MailRulesForm() {
        super(MailRulesJson.class);
    }

    @Override
    public MailRulesJson json(@Nullable String id, @Nullable Long version, MailRules rules) {
        return new MailRulesJson(
                id,
                version,
                rules.label(),
                rules.automaticMail(),
                rules.forgedMail(),
                rules.largestMessageMegabytes(),
                rules.sameMessageIdOnce());
    }

    @Override
    public MailRules value(Fields fields, MailRulesJson json) {
        fields.optional("name", json.name(), MailRulesForm::theirName);
        var automatic =
                fields.orDefault("automaticMail", json.automaticMail(), AutomaticMail.KEEP_ASIDE, Function.identity());
        var forged = fields.orDefault("forgedMail", json.forgedMail(), ForgedMail.NOTE, Function.identity());
        var largest = fields.orDefault(
                "largestMessageMegabytes",
                json.largestMessageMegabytes(),
                MailRules.USUAL_MEGABYTES,
                MailRules::megabytes);
        var once = fields.orDefault("sameMessageIdOnce", json.sameMessageIdOnce(), false, Function.identity());
        return fields.whole(() -> new MailRules(automatic.get(), forged.get(), largest.get(), once.get()));
    }

    private static String theirName(String name) {
        if (!name.equals(MailRules.LABEL)) {
            throw new IllegalArgumentException(
                    "expected the name \"%s\", since an organisation has one set, but got \"%s\""
                            .formatted(MailRules.LABEL, name));
        }
        return name;
    }
}
