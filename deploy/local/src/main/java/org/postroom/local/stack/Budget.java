package org.postroom.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a part that runs in a JVM may take of the machine. The table in {@code deploy/local/README.md} has what was measured
 * beside each limit.
 *
 * @param heap the largest heap, in megabytes
 * @param young the part of it for new objects, in megabytes; small, as pages that were touched once stay taken
 * @param metaspace the most that loaded classes may take, in megabytes
 * @param compiler how thoroughly it compiles
 */
record Budget(int heap, int young, int metaspace, Compiler compiler) {

    /** What lives long in a part that has just started fits into this; more is taken when it is needed. */
    private static final int FIRST_OLD_MEGABYTES = 48;

    private static final int CODE_CACHE_MEGABYTES = 64;
    private static final int DIRECT_MEMORY_MEGABYTES = 64;

    /** How thoroughly a part compiles what it runs. */
    enum Compiler {
        /** Quickly and once: what starts fast and works little. */
        LIGHT("-XX:TieredStopAtLevel=1"),
        /**
         * As in production, but what is compiled thoroughly must have run far more often than usually: the start stays
         * quick, and what runs for each mail or event is thorough after seconds of load.
         */
        FULL("-XX:Tier4InvocationThreshold=200000 -XX:Tier4MinInvocationThreshold=50000"
                + " -XX:Tier4CompileThreshold=400000 -XX:Tier4BackEdgeThreshold=1000000");

        private final String options;

        Compiler(String options) {
            this.options = options;
        }
    }

    /** All budgets by part, and of the supervisor that watches the parts. */
    static final Map<String, Budget> ALL = Map.ofEntries(
            Map.entry(Layout.BROKER, new Budget(256, 48, 96, Compiler.LIGHT)),
            Map.entry(Layout.REGISTRY, new Budget(48, 12, 64, Compiler.LIGHT)),
            Map.entry(Layout.DNS, new Budget(32, 8, 48, Compiler.LIGHT)),
            Map.entry(Layout.MAILBOX, new Budget(64, 16, 48, Compiler.LIGHT)),
            Map.entry(Layout.IDENTITY, new Budget(96, 16, 128, Compiler.LIGHT)),
            Map.entry(Layout.DOMAIN, new Budget(192, 24, 192, Compiler.LIGHT)),
            Map.entry(Layout.VERIFICATION, new Budget(160, 24, 192, Compiler.LIGHT)),
            Map.entry(Layout.INBOUND, new Budget(192, 32, 160, Compiler.FULL)),
            Map.entry(Layout.ROUTING, new Budget(320, 32, 160, Compiler.LIGHT)),
            Map.entry(Layout.OUTBOUND, new Budget(192, 24, 192, Compiler.LIGHT)),
            Map.entry(Layout.CONSOLE, new Budget(224, 24, 192, Compiler.LIGHT)),
            Map.entry(Layout.SUPERVISOR, new Budget(64, 8, 64, Compiler.LIGHT)));

    static Budget of(String part) {
        var budget = ALL.get(part);
        if (budget == null) {
            throw new IllegalArgumentException("Expected a budget for " + part + ", but Budget.ALL has none");
        }
        return budget;
    }

    List<String> options() {
        var options = new ArrayList<String>();
        options.add("-Xms" + Math.min(heap / 2, young + FIRST_OLD_MEGABYTES) + "m");
        options.add("-Xmx" + heap + "m");
        options.add("-Xmn" + young + "m");
        options.add("-XX:MaxMetaspaceSize=" + metaspace + "m");
        options.add("-XX:MaxDirectMemorySize=" + DIRECT_MEMORY_MEGABYTES + "m");
        options.add("-XX:ReservedCodeCacheSize=" + CODE_CACHE_MEGABYTES + "m");
        options.addAll(List.of(compiler.options.split(" ")));
        return options;
    }
}
