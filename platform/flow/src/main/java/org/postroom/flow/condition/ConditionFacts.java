package org.postroom.flow.condition;

import java.util.HashMap;
import java.util.Map;
import org.postroom.flow.fact.MailFacts;

/** The facts of one mail by the names that conditions call them, made once for all conditions. */
public final class ConditionFacts {

    private final Map<String, Object> byName;

    private ConditionFacts(Map<String, Object> byName) {
        this.byName = byName;
    }

    /** Names the facts of a mail. */
    public static ConditionFacts of(MailFacts mail) {
        Map<String, Object> facts = HashMap.newHashMap(Vocabulary.FACTS.size());
        facts.put(
                "sender",
                Map.of(
                        "address", mail.sender().address(),
                        "domain", mail.sender().domain(),
                        "name", mail.sender().name()));
        facts.put("recipients", mail.recipients());
        facts.put("to", mail.to());
        facts.put("cc", mail.cc());
        facts.put("subject", mail.subject());
        facts.put("size", mail.size());
        facts.put(
                "attachments",
                mail.attachments().stream()
                        .map(attachment ->
                                Map.of("name", attachment.name(), "type", attachment.type(), "size", attachment.size()))
                        .toList());
        facts.put("automatic", mail.automatic());
        facts.put("spam", mail.spam());
        facts.put("dmarc", mail.dmarc());
        facts.put("received", mail.received());
        facts.put("continued", mail.continued());
        return new ConditionFacts(facts);
    }

    Map<String, Object> byName() {
        return byName;
    }
}
