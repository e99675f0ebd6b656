package io.yipiao.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The arrows of the design, and the names that house style forbids. */
class ArrowsTest {
    private static final String GATEWAY = "io.yipiao.gateway.";

    /** The stages in the order of the flow; a later one may import an earlier one. */
    private static final List<String> STAGES =
            List.of(
                    "journal",
                    "settings",
                    "store",
                    "alarm",
                    "secrets",
                    "ledger",
                    "intake",
                    "anchor",
                    "projection",
                    "watch",
                    "control",
                    "issuer",
                    "inquiry",
                    "benefit",
                    "calendar",
                    "screen",
                    "claim",
                    "reconcile",
                    "tell",
                    "access",
                    "session",
                    "http",
                    "web",
                    "start",
                    "demo");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.yipiao.gateway");

    @Test
    void a_stage_imports_earlier_stages_only() {
        for (int i = 0; i < STAGES.size() - 1; i++) {
            String[] later =
                    STAGES.subList(i + 1, STAGES.size()).stream()
                            .map(stage -> GATEWAY + stage + "..")
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(GATEWAY + STAGES.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void every_package_is_a_stage_of_the_flow() {
        classes()
                .that(isNot("page"))
                .should()
                .resideInAnyPackage(
                        STAGES.stream().map(stage -> GATEWAY + stage + "..").toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void no_stages_depend_on_one_another_in_a_circle() {
        slices().matching(GATEWAY + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void only_the_embedded_ledger_uses_the_chaincodes_rules() {
        noClasses()
                .that()
                .resideOutsideOfPackage(GATEWAY + "ledger.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.yipiao.chaincode..")
                .check(CLASSES);
    }

    @Test
    void only_http_knows_the_web_server() {
        noClasses()
                .that()
                .resideOutsideOfPackage(GATEWAY + "http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .check(CLASSES);
    }

    /** Generated pages, and package-info.java, which belong to no stage or to all. */
    private static DescribedPredicate<JavaClass> isNot(String page) {
        return DescribedPredicate.describe(
                "are written by hand",
                type ->
                        !type.getPackageName().startsWith(GATEWAY + page)
                                && !type.getSimpleName().equals("package-info"));
    }
}
