package org.postroom.runtime.kafka;

import java.util.Map;
import org.postroom.schemas.serialization.SerializerClasses;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Tells {@code postroom-runtime.yaml} which Avro serializers this build has: Postroom's own, or Confluent's. */
final class SerializersOfThisBuild implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        SerializerClasses classes = SerializerClasses.ofThisBuild();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "postroom-serializers",
                        Map.of(
                                "postroom.avro.serializer", classes.serializer(),
                                "postroom.avro.deserializer", classes.deserializer())));
    }
}
