package org.postroom.console.projection.kafka;

import org.postroom.console.projection.jdbc.Generations;
import org.postroom.console.projection.jdbc.ReadModels;
import org.postroom.runtime.deadletter.RecordBatches;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    @Bean
    Followers followers(
            KafkaListenerEndpointRegistry registry,
            ConcurrentKafkaListenerContainerFactory<Object, Object> containers,
            ReadModels readModels,
            RecordBatches batches) {
        return new Followers(registry, containers, readModels, batches);
    }

    @Bean
    LogLengths logLengths(KafkaAdmin broker) {
        return new LogLengths(broker.getConfigurationProperties());
    }

    @Bean
    ReadModelKeeper readModelKeeper(
            Generations generations, ReadModels readModels, Followers followers, LogLengths log) {
        return new ReadModelKeeper(generations, readModels, followers, log);
    }

    @Bean
    RepeatedWork readModelWork(ReadModelKeeper keeper) {
        return new RepeatedWork("read-models", () -> keeper);
    }

    @Bean
    ReadModelState projectionHealthIndicator(
            ReadModelKeeper keeper, @Value("${postroom.readiness.allowed-lag:1000}") long allowed) {
        return new ReadModelState(keeper, allowed);
    }
}
