package org.postroom.inbound.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the generic test for unsolicited bulk email, by which anybody can try what becomes of spam, while a mail streams by:
 * as it is, within quoted-printable, and within base64 wherever a group of it begins. Line ends and {@code =} are passed
 * over, since these encodings put them in between, and the string has none.
 *
 * <p>All forms are looked for at once by one automaton (Aho and Corasick): each byte is one step, whatever the mail holds.
 */
final class GtubeSearch {

    private static final byte[] GTUBE =
            "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X".getBytes(StandardCharsets.US_ASCII);

    private static final int BYTES = 256;
    private static final int GROUP = 3;
    private static final short[][] STEPS = steps(forms());
    private static final short FOUND = (short) (STEPS.length - 1);

    private short state;

    GtubeSearch() {}

    /** Looks at the next bytes. */
    void add(byte[] bytes, int offset, int length) {
        short reached = state;
        for (int i = offset; i < offset + length && reached != FOUND; i++) {
            reached = STEPS[reached][bytes[i] & 0xFF];
        }
        state = reached;
    }

    /** True once it has come by. */
    boolean found() {
        return state == FOUND;
    }

    private static List<byte[]> forms() {
        return Stream.concat(Stream.of(GTUBE), IntStream.range(0, GROUP).mapToObj(GtubeSearch::base64))
                .toList();
    }

    /** The characters that are the string's alone, where that many of its bytes belong to a group begun before. */
    private static byte[] base64(int before) {
        int whole = (GTUBE.length - before) / GROUP * GROUP;
        return Base64.getEncoder().encode(Arrays.copyOfRange(GTUBE, before, before + whole));
    }

    /** The automaton's table: where each byte leads from each state. State 0 is the beginning, the last one the end. */
    private static short[][] steps(List<byte[]> forms) {
        int most = 1 + forms.stream().mapToInt(form -> form.length).sum();
        short[][] steps = new short[most][BYTES];
        short end = (short) (most - 1);
        short states = 1;
        for (byte[] form : forms) {
            short state = 0;
            for (int i = 0; i < form.length; i++) {
                int octet = form[i] & 0xFF;
                if (i == form.length - 1) {
                    steps[state][octet] = end;
                } else if (steps[state][octet] == 0) {
                    steps[state][octet] = states++;
                }
                state = steps[state][octet];
            }
        }
        fallBack(steps, end);
        return passingOver(steps);
    }

    /** Fills in where a byte leads that continues no form: to the longest beginning of a form that the text ends with. */
    private static void fallBack(short[][] steps, short end) {
        short[] fallback = new short[steps.length];
        Queue<Short> open = new ArrayDeque<>();
        for (short next : steps[0]) {
            if (next != 0) {
                open.add(next);
            }
        }
        while (!open.isEmpty()) {
            short state = open.remove();
            for (int octet = 0; octet < BYTES && state != end; octet++) {
                short next = steps[state][octet];
                if (next == 0) {
                    steps[state][octet] = steps[fallback[state]][octet];
                } else if (next != end) {
                    fallback[next] = steps[fallback[state]][octet];
                    open.add(next);
                }
            }
        }
    }

    private static short[][] passingOver(short[][] steps) {
        for (short state = 0; state < steps.length; state++) {
            for (char between : new char[] {'\r', '\n', '='}) {
                steps[state][between] = state;
            }
        }
        return steps;
    }
}
