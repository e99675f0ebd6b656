package io.yipiao.chaincode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.yipiao.chaincode.state.History;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.yipiao.chaincode");

    @Test
    void a_later_stage_may_import_an_earlier_one_and_never_the_reverse() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("state")
                .definedBy("io.yipiao.chaincode.state")
                .layer("record")
                .definedBy("io.yipiao.chaincode.record")
                .layer("rules")
                .definedBy("io.yipiao.chaincode.rules")
                .layer("query")
                .definedBy("io.yipiao.chaincode.query")
                .layer("call")
                .definedBy("io.yipiao.chaincode.call")
                .layer("server")
                .definedBy("io.yipiao.chaincode.server")
                .whereLayer("server")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("call")
                .mayOnlyBeAccessedByLayers("server")
                .whereLayer("query")
                .mayOnlyBeAccessedByLayers("call")
                .whereLayer("rules")
                .mayOnlyBeAccessedByLayers("query", "call")
                .whereLayer("record")
                .mayOnlyBeAccessedByLayers("rules", "query", "call")
                .check(CLASSES);
    }

    @Test
    void only_the_server_knows_fabric() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.yipiao.chaincode.server")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hyperledger..", "io.grpc..", "com.google..")
                .check(CLASSES);
    }

    @Test
    void rules_know_no_clock_no_chance_and_no_file() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.yipiao.chaincode.server")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..")
                .check(CLASSES);
    }

    @Test
    void no_write_depends_on_history() {
        noClasses()
                .that()
                .resideInAnyPackage("io.yipiao.chaincode.rules", "io.yipiao.chaincode.record")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(History.Change.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(History.class)
                .check(CLASSES);
    }
}
