package org.postroom.inbound.scan.engine;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.postroom.inbound.scan.Answer;
import org.postroom.inbound.scan.Scan;
import org.postroom.inbound.scan.Scan.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Rspamd's answer means: its actions are advice, and what we do about spam is not its business. */
final class RspamdVerdict {

    static final String ENGINE = "rspamd";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RspamdVerdict() {}

    /**
     * Reads an answer to {@code /checkv2}.
     *
     * @throws IOException where it is none
     */
    static Answer of(byte[] answer) throws IOException {
        try {
            JsonNode root = JSON.readTree(answer);
            JsonNode action = root.path("action");
            JsonNode score = root.path("score");
            if (!action.isString() || !score.isNumber()) {
                throw new IOException("expected an action and a score from Rspamd, but they are not there");
            }
            return of(action.stringValue(), score.doubleValue(), root);
        } catch (JacksonException malformed) {
            throw new IOException("expected JSON from Rspamd, but it is none", malformed);
        }
    }

    private static Answer of(String action, double score, JsonNode root) {
        return switch (action) {
            case "soft reject" -> new Answer.Later();
            // We delay nobody: whoever greylists by Rspamd has its module say "soft reject".
            case "no action", "accept", "greylist" -> found(Outcome.CLEAN, score, root);
            case "add header", "rewrite subject", "reject", "quarantine", "discard" -> found(Outcome.SPAM, score, root);
            default -> {
                JsonNode required = root.path("required_score");
                boolean beyond = required.isNumber() && score >= required.doubleValue();
                yield found(beyond ? Outcome.SPAM : Outcome.CLEAN, score, root);
            }
        };
    }

    private static Answer found(Outcome outcome, double score, JsonNode root) {
        return new Answer.Found(new Scan(outcome, ENGINE, OptionalDouble.of(score), rules(outcome, root)));
    }

    /** The rules that speak for the outcome, the heaviest first. The test string, for one, is a rule without a weight. */
    private static List<String> rules(Outcome outcome, JsonNode root) {
        return root.path("symbols").properties().stream()
                .filter(symbol -> {
                    double weight = symbol.getValue().path("score").doubleValue(0);
                    return outcome == Outcome.SPAM ? weight >= 0 : weight > 0;
                })
                .sorted(Comparator.comparingDouble(
                        symbol -> -symbol.getValue().path("score").doubleValue(0)))
                .map(symbol -> symbol.getKey())
                .toList();
    }
}
