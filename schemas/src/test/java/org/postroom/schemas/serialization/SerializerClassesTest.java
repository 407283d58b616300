package org.postroom.schemas.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class SerializerClassesTest {

    private static final String CONFLUENTS = "io/confluent/kafka/serializers/KafkaAvroSerializer.class";

    @Test
    void namesPostroomsOwnClassesUnlessBuiltForConfluents() {
        assumeFalse(getClass().getClassLoader().getResource(CONFLUENTS) != null, "built with the profile confluent");
        assertThat(SerializerClasses.ofThisBuild())
                .isEqualTo(new SerializerClasses(
                        PostroomAvroSerializer.class.getName(), PostroomAvroDeserializer.class.getName()));
    }

    @Test
    void namesClassesThatAreThere() throws ClassNotFoundException {
        // when
        SerializerClasses classes = SerializerClasses.ofThisBuild();

        // then
        assertThat(Class.forName(classes.serializer())).isAssignableTo(Serializer.class);
        assertThat(Class.forName(classes.deserializer())).isAssignableTo(Deserializer.class);
    }
}
