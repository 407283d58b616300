package org.postroom.mail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.postroom.mail", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule MAIL_IS_PLAIN_JAVA = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.postroom.mail..",
                    "java.lang..",
                    "java.io..",
                    "java.nio..",
                    "java.security..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify.annotations..",
                    "com.ibm.icu.text..",
                    "com.ibm.icu.util..",
                    "com.google.common.io..",
                    "com.google.common.net..",
                    "javax.crypto..",
                    "org.apache.james.mime4j..")
            .because(
                    "the trade's words need no technology but the tables and the parser that nobody should write again");

    @ArchTest
    static final ArchRule WORDS_DO_NOT_NEED_THE_READER = noClasses()
            .that()
            .resideInAPackage("org.postroom.mail")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.postroom.mail.reading")
            .because("a word is understood without the mails that it is read from");

    @ArchTest
    static final ArchRule THE_PARSER_IS_SEEN_BY_THE_READER_ONLY = noClasses()
            .that()
            .arePublic()
            .and()
            .resideInAPackage("org.postroom.mail.reading")
            .and()
            .doNotHaveSimpleName("MailReader")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.james..")
            .because("who reads a mail need not know by which library it is parsed");
}
