package io.yipiao.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ArchitectureTest {
    /** In the order of a bill's way. */
    private static final List<String> STAGES =
            List.of(
                    "bill",
                    "reader",
                    "canonical",
                    "fees",
                    "fingerprint",
                    "seal",
                    "qr",
                    "batch",
                    "receipt",
                    "verdict",
                    "audit",
                    "cli");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.yipiao.verifier");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bill",
                "reader",
                "canonical",
                "fees",
                "fingerprint",
                "seal",
                "qr",
                "batch",
                "receipt",
                "verdict",
                "audit"
            })
    void no_stage_imports_a_later_one(String stage) {
        List<String> later = STAGES.subList(STAGES.indexOf(stage) + 1, STAGES.size());
        noClasses()
                .that()
                .resideInAPackage("io.yipiao.verifier." + stage)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        later.stream()
                                .map(name -> "io.yipiao.verifier." + name)
                                .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void all_but_the_command_line_are_pure() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.yipiao.verifier.cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "java.sql..",
                        "java.nio.file..",
                        "io.grpc..",
                        "io.vertx..",
                        "org.hyperledger.fabric.client..",
                        "picocli..")
                .check(CLASSES);
    }

    @Test
    void all_but_the_command_line_have_no_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.yipiao.verifier.cli")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void only_receipts_and_audits_know_fabric() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.yipiao.verifier.receipt",
                        "io.yipiao.verifier.audit",
                        "io.yipiao.verifier.cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hyperledger..", "com.google.protobuf..")
                .check(CLASSES);
    }

    @Test
    void only_pictures_and_the_command_line_need_zxing() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.yipiao.verifier.qr", "io.yipiao.verifier.cli")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.zxing..", "java.awt..", "javax.imageio..")
                .check(CLASSES);
    }
}
