package org.postroom.verification.maildomain.jdbc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.maildomain.DkimKey;
import org.postroom.verification.maildomain.Findings;
import org.postroom.verification.maildomain.Issue;
import org.postroom.verification.maildomain.PublishedStanding;
import org.postroom.verification.maildomain.RecordChange;
import org.postroom.verification.maildomain.Tokens;
import org.postroom.verification.record.DnsAnswer;
import org.postroom.verification.record.RecordCheck;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values in JSON columns. */
final class StoredJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(DnsAnswer.class, AnswerKinds.class)
            .addMixIn(DomainUse.class, StoredUse.class)
            .build();
    private static final TypeReference<List<DkimKey>> KEYS = new TypeReference<>() {};
    private static final TypeReference<List<RecordChange>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<RecordCheck>> RESULTS = new TypeReference<>() {};

    private StoredJson() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static DomainUse use(String json) {
        return MAPPER.readValue(json, DomainUse.class);
    }

    static Tokens tokens(String json) {
        return MAPPER.readValue(json, Tokens.class);
    }

    static List<DkimKey> keys(String json) {
        return MAPPER.readValue(json, KEYS);
    }

    static Issue issue(String json) {
        return MAPPER.readValue(json, Issue.class);
    }

    static Findings findings(String json) {
        return MAPPER.readValue(json, Findings.class);
    }

    static Optional<PublishedStanding> standing(Optional<String> json) {
        return json.map(stored -> MAPPER.readValue(stored, PublishedStanding.class));
    }

    static List<RecordChange> changes(String json) {
        return MAPPER.readValue(json, CHANGES);
    }

    static List<RecordCheck> results(String json) {
        return MAPPER.readValue(json, RESULTS);
    }

    /** Tells the kinds of answers apart. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DnsAnswer.Found.class, name = "FOUND"),
        @JsonSubTypes.Type(value = DnsAnswer.NoRecord.class, name = "NO_RECORD"),
        @JsonSubTypes.Type(value = DnsAnswer.TryAgain.class, name = "TRY_AGAIN")
    })
    private interface AnswerKinds {}

    /** Leaves out what follows from the rest. */
    @JsonIgnoreProperties("checked")
    private interface StoredUse {}
}
