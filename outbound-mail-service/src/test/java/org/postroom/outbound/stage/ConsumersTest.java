package org.postroom.outbound.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.annotation.KafkaListener;

class ConsumersTest {

    @Test
    void areStatedInOnePlace() {
        ArchRuleDefinition.noMethods()
                .should()
                .beAnnotatedWith(KafkaListener.class)
                .because("what the service reads, and in which group, is stated in Consumers")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.postroom.outbound"));
    }

    @Test
    void areAllNamedInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(Stream.of(Consumers.class.getDeclaredClasses())
                        .map(consumer -> consumer.getAnnotation(KafkaListener.class)))
                .hasSize(7)
                .allSatisfy(listener -> assertThat(readme).contains('`' + listener.groupId() + '`'))
                .extracting(KafkaListener::groupId)
                .doesNotHaveDuplicates();
    }
}
