package org.postroom.local.broker;

import java.nio.file.Path;
import java.util.Properties;
import org.postroom.local.host.Loopback;

/** The settings of a broker that is alone, close and small. */
final class BrokerSettings {

    private BrokerSettings() {}

    static Properties of(Path logs, int clientPort, int controllerPort) {
        var settings = new Properties();
        network(settings, clientPort, controllerPort);
        settings.setProperty("log.dirs", logs.toAbsolutePath().toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("log.message.timestamp.after.max.ms", "86400000");
        internalTopics(settings);
        fewThreadsAndLittleMemory(settings);
        promptAnswers(settings);
        return settings;
    }

    private static void network(Properties settings, int clientPort, int controllerPort) {
        var client = "CLIENT://" + Loopback.HOST + ":" + clientPort;
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@" + Loopback.HOST + ":" + controllerPort);
        settings.setProperty("listeners", client + ",CONTROLLER://" + Loopback.HOST + ":" + controllerPort);
        settings.setProperty("advertised.listeners", client);
        settings.setProperty("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", "CLIENT");
        settings.setProperty("controller.listener.names", "CONTROLLER");
    }

    private static void internalTopics(Properties settings) {
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    }

    private static void fewThreadsAndLittleMemory(Properties settings) {
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
        settings.setProperty("num.replica.fetchers", "1");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
        settings.setProperty("log.cleaner.io.buffer.size", "262144");
        settings.setProperty("transaction.state.log.segment.bytes", "16777216");
        settings.setProperty("offsets.topic.segment.bytes", "16777216");
    }

    /** A single user waits for no one: groups form at once, and an aborted start is seen soon. */
    private static void promptAnswers(Properties settings) {
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("group.min.session.timeout.ms", "1000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        settings.setProperty("broker.session.timeout.ms", "4000");
        settings.setProperty("log.flush.offset.checkpoint.interval.ms", "10000");
    }
}
