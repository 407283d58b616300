package org.postroom.inbound.reception.smtp;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.reception.ContentLimits;
import org.postroom.inbound.reception.Networks;
import org.postroom.inbound.reception.Stopwatch;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What keeps one client from taking what belongs to all.
 *
 * @param greetingPause how long a client that is not known yet is not greeted, to see whether it waits; 0 to greet at once
 * @param sessionTime how long a client may stay
 * @param minimumRate how much content a client has to send in a second
 * @param slowPatience how long it may fall short of that
 * @param commandsBeforeGreeting the most commands before EHLO or HELO
 * @param unknownCommands the most commands that are none
 * @param longestCommand the longest command line, with its end (RFC 5321, section 4.5.3.1.4 asks for 512 and more)
 * @param longestLine the longest line of a message
 * @param largestHeader the largest header of a message
 * @param connectionsPerMinute how often one client may connect in a minute
 * @param mailsPerMinute how many mails one client may begin in a minute
 * @param mailsOfSenderPerMinute how many mails may be begun in a minute for one envelope sender
 * @param unlimitedNetworks whose clients are not counted by the minute
 * @param memory the memory for mails that are coming in; null for a quarter of what the JVM may have
 * @param memoryShare the percentage of it that one client may have
 * @param memoryPatience how long a mail may wait for its place in it
 */
record SmtpLimits(
        @DefaultValue("250ms") Duration greetingPause,
        @DefaultValue("30m") Duration sessionTime,
        @DefaultValue("500B") DataSize minimumRate,
        @DefaultValue("1m") Duration slowPatience,
        @DefaultValue("10") int commandsBeforeGreeting,
        @DefaultValue("5") int unknownCommands,
        @DefaultValue("2KB") DataSize longestCommand,
        @DefaultValue("2MB") DataSize longestLine,
        @DefaultValue("512KB") DataSize largestHeader,
        @DefaultValue("600") int connectionsPerMinute,
        @DefaultValue("1000") int mailsPerMinute,
        @DefaultValue("300") int mailsOfSenderPerMinute,
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> unlimitedNetworks,
        @Nullable DataSize memory,
        @DefaultValue("50") int memoryShare,
        @DefaultValue("5s") Duration memoryPatience) {

    private static final DataSize LEAST_COMMAND = DataSize.ofBytes(512);
    private static final DataSize MOST_COMMAND = DataSize.ofKilobytes(8);
    private static final DataSize LEAST_LINE = DataSize.ofBytes(1000);
    private static final DataSize LEAST_HEADER = DataSize.ofKilobytes(16);
    private static final DataSize LEAST_MEMORY = DataSize.ofMegabytes(1);
    private static final int WHOLE = 100;
    private static final int PART_OF_HEAP = 4;

    SmtpLimits {
        unlimitedNetworks = List.copyOf(unlimitedNetworks);
        require("greeting-pause", greetingPause, !greetingPause.isNegative(), "no negative time");
        require("session-time", sessionTime, sessionTime.isPositive(), "more than 0s");
        require("minimum-rate", minimumRate, minimumRate.toBytes() > 0, "at least 1B");
        require("slow-patience", slowPatience, slowPatience.isPositive(), "more than 0s");
        require("commands-before-greeting", commandsBeforeGreeting, commandsBeforeGreeting > 0, "at least 1");
        require("unknown-commands", unknownCommands, unknownCommands > 0, "at least 1");
        require(
                "longest-command",
                longestCommand,
                longestCommand.compareTo(LEAST_COMMAND) >= 0 && longestCommand.compareTo(MOST_COMMAND) <= 0,
                "512B to 8KB");
        require("longest-line", longestLine, longestLine.compareTo(LEAST_LINE) >= 0, "at least 1000B");
        require("largest-header", largestHeader, largestHeader.compareTo(LEAST_HEADER) >= 0, "at least 16KB");
        require("connections-per-minute", connectionsPerMinute, connectionsPerMinute > 0, "at least 1");
        require("mails-per-minute", mailsPerMinute, mailsPerMinute > 0, "at least 1");
        require("mails-of-sender-per-minute", mailsOfSenderPerMinute, mailsOfSenderPerMinute > 0, "at least 1");
        require("unlimited-networks", unlimitedNetworks, areNetworks(unlimitedNetworks), "networks like 192.0.2.0/24");
        require("memory", memory, memory == null || memory.compareTo(LEAST_MEMORY) >= 0, "at least 1MB");
        require("memory-share", memoryShare, memoryShare > 0 && memoryShare <= WHOLE, "1 to 100");
        require("memory-patience", memoryPatience, !memoryPatience.isNegative(), "no negative time");
    }

    /** How fast a client has to be. */
    Stopwatch.Pace pace() {
        return new Stopwatch.Pace(sessionTime, minimumRate.toBytes(), slowPatience);
    }

    /** How much a message may be. */
    ContentLimits content(DataSize largest) {
        return new ContentLimits(largest.toBytes(), largestHeader.toBytes(), longestLine.toBytes());
    }

    /** The memory for mails that are coming in, in octets. */
    long octetsInMemory() {
        return memory == null ? Runtime.getRuntime().maxMemory() / PART_OF_HEAP : memory.toBytes();
    }

    /** True where each of them is a network. */
    static boolean areNetworks(List<String> written) {
        try {
            return Networks.of(written) != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static void require(String name, @Nullable Object value, boolean holds, String expectation) {
        SmtpSettings.require("limits." + name, value, holds, expectation);
    }
}
