package io.yipiao.gateway.ledger.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

/** A model that used the chaincode's rules would agree with whatever they do. */
class ModelArrowsTest {
    @Test
    void the_model_shares_no_code_with_the_rules() {
        noClasses()
                .that()
                .resideInAPackage("io.yipiao.gateway.ledger.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.yipiao.chaincode..",
                        "io.yipiao.verifier.receipt..",
                        "io.yipiao.verifier.audit..",
                        "io.yipiao.gateway.projection..")
                .check(new ClassFileImporter().importPackages("io.yipiao.gateway.ledger.model"));
    }
}
