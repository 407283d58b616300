package org.postroom.local.demo;

import java.io.IOException;
import java.net.URI;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.client.NoAnswerException;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.signin.SignInRefusedException;

/** Puts into words for people what a part of the stack answered, or that it did not answer. */
final class Failure {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    private final StackAddresses stack;

    Failure(StackAddresses stack) {
        this.stack = stack;
    }

    /** What stands in the way. */
    Obstacle of(Exception failed) {
        return switch (failed) {
            case Obstacle known -> known;
            case SignInRefusedException refused -> signInRefused(refused.user()).because(refused);
            case ApiRefusedException refused -> refused(refused).because(refused);
            case NoAnswerException silent -> silent(part(silent.address())).because(silent);
            case SerializationException unreadable -> silent("schema-registry").because(unreadable);
            case KafkaException broken -> silent("kafka").because(broken);
            case IOException broken -> unforeseen().because(broken);
            default -> unforeseen().because(failed);
        };
    }

    /** A part of the stack is asked, and nothing comes back. */
    static Obstacle silent(String part) {
        return new Obstacle(
                part + " does not answer.",
                "See whether it runs: ./postroom status, and what it said last: ./postroom logs " + part
                        + ". What has ended is started again by ./postroom up.");
    }

    static Obstacle signInRefused(String user) {
        return new Obstacle(
                "The sign-in does not know the account " + user + ", or not with the password " + Setup.PASSWORD
                        + " of all demo accounts.",
                "If the accounts in deploy/identity/src/main/resources/application.yaml were changed, put " + user
                        + " back. If the stack was started by an earlier version, ./postroom down and ./postroom up.");
    }

    private Obstacle refused(ApiRefusedException refused) {
        String part = part(refused.address());
        if (refused.status() >= SERVER_ERROR) {
            return Obstacle.inPart(part, part + " could not do what it was asked" + words(refused) + ".");
        }
        String why = part + " refuses what the demonstration asks" + words(refused) + ".";
        return switch (refused.status()) {
            case UNAUTHORIZED -> new Obstacle(why, "Try again; the sign-in may have been started afresh meanwhile.");
            case FORBIDDEN ->
                new Obstacle(
                        why,
                        "A suspended organisation is resumed by ./postroom organisation resume acme; an account that"
                                + " lacks a permission gets it back in the identity's application.yaml.");
            default ->
                new Obstacle(
                        why,
                        "Change at " + stack.console() + " what it names, signed in as " + Setup.ACME.administrator()
                                + ", and try again.");
        };
    }

    /** The product's own words, where there are some. */
    private static String words(ApiRefusedException refused) {
        var reasons = refused.reasons().stream()
                .filter(reason -> !reason.equals(refused.getMessage()))
                .toList();
        return reasons.isEmpty() ? ", with status " + refused.status() : ": " + String.join("; ", reasons);
    }

    private String part(URI address) {
        return stack.partAt(address).orElse(address.getAuthority());
    }

    private static Obstacle unforeseen() {
        return new Obstacle(
                "Something happened that the demonstration has no words for.",
                "See whether all parts are ready: ./postroom status, and what they said: ./postroom logs.");
    }
}
