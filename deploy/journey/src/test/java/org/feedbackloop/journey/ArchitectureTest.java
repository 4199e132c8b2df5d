package org.feedbackloop.journey;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedbackloop.local.Checkout;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The structure that the design promises, held. */
class ArchitectureTest {

    private static final List<String> SERVICES =
            List.of("intake-service", "routing-service", "crm-service", "notification-service");

    private static final JavaClasses SYSTEM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPaths(Stream.concat(SERVICES.stream(), Stream.of("event-contract", "event-delivery"))
                    .map(ArchitectureTest::classesOf)
                    .toList());

    private static final Pattern EDGE =
            Pattern.compile("Panache.*|.*(Resource|Consumer|Publisher|Relay|Row|Sender|Config|Wiring)");

    private static final DescribedPredicate<JavaClass> IS_AN_EDGE = describe(
            "are an edge by their name",
            type -> EDGE.matcher(outermost(type).getSimpleName()).matches());

    private static final DescribedPredicate<JavaClass> IS_IN_A_SERVICE = resideInAnyPackage(
            "org.feedbackloop.intake..",
            "org.feedbackloop.routing..",
            "org.feedbackloop.crm..",
            "org.feedbackloop.notification..");

    private static final String[] FRAMEWORKS = {
        "io.quarkus..",
        "io.quarkiverse..",
        "io.smallrye..",
        "io.vertx..",
        "dev.langchain4j..",
        "jakarta..",
        "org.hibernate..",
        "org.apache.kafka..",
        "org.eclipse.microprofile.."
    };

    @Test
    void only_edges_know_a_framework() {
        noClasses()
                .that(IS_IN_A_SERVICE)
                .and(DescribedPredicate.not(IS_AN_EDGE))
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .check(SYSTEM);
    }

    @Test
    void rows_do_not_leave_their_feature() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .should()
                .bePackagePrivate()
                .check(SYSTEM);
    }

    @Test
    void the_contract_knows_nothing_but_itself_and_json() {
        classes()
                .that()
                .resideInAPackage("org.feedbackloop.event..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.feedbackloop.event..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "com.fasterxml.uuid..",
                        "org.jspecify..")
                .check(SYSTEM);
    }

    @Test
    void delivery_knows_no_service_and_no_quarkus() {
        noClasses()
                .that()
                .resideInAPackage("org.feedbackloop.delivery..")
                .should()
                .dependOnClassesThat(
                        IS_IN_A_SERVICE.or(resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..")))
                .check(SYSTEM);
    }

    @Test
    void services_know_nothing_of_each_other() {
        SlicesRuleDefinition.slices()
                .matching("org.feedbackloop.(intake|routing|crm|notification)..")
                .should()
                .notDependOnEachOther()
                .check(SYSTEM);
    }

    @Test
    void features_do_not_go_round_in_circles() {
        for (String service : List.of("intake", "routing", "crm", "notification")) {
            SlicesRuleDefinition.slices()
                    .matching("org.feedbackloop." + service + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(SYSTEM);
        }
    }

    @Test
    void the_clock_is_passed_in() {
        noClasses()
                .that(IS_IN_A_SERVICE)
                .and(DescribedPredicate.not(IS_AN_EDGE))
                .should()
                .callMethod(Instant.class, "now")
                .check(SYSTEM);
    }

    @Test
    void every_package_is_null_marked() {
        SYSTEM.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .forEach(within -> assertThat(within.isAnnotatedWith(NullMarked.class))
                        .as("package %s is @NullMarked", within.getName())
                        .isTrue());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static Path classesOf(String module) {
        return Checkout.enclosingWorkingDirectory().root().resolve(module).resolve("target/classes");
    }
}
